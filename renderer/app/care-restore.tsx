import { type FormEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../care/read-backup.ts'
import type { Written } from '../care/write-records.ts'
import { Choice } from '../ui/choice.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { fullTimeText } from '../words/times.ts'
import { type CareNews, CareSection } from './care-section.tsx'
import { careTroubleText } from './care-trouble.ts'
import type { Steadyline } from './steadyline.ts'
import { takeBackNews } from './take-back-news.ts'
import { useLongWork } from './use-long-work.ts'

interface CareRestoreProps {
  readonly steadyline: Steadyline
}

export function CareRestore({ steadyline }: CareRestoreProps) {
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [backup, setBackup] = useState<Backup | null>(null)
  const [how, setHow] = useState<'addMissing' | 'replace'>('addMissing')
  const [news, setNews] = useState<CareNews | null>(null)
  const works = useLongWork()
  const { t, i18n } = useTranslation()
  const count = (table: string) => backup?.records.get(table)?.length ?? 0

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (!file || passphrase === '' || works.now) return
    setNews(null)
    const { readBackup } = await import('../care/read-backup.ts')
    const read = await works.run(t('care.opening', { file: file.name }), (work) => readBackup(file, passphrase, work))
    if (read?.ok) {
      setBackup(read.value)
      setPassphrase('')
    } else if (read) setNews({ said: careTroubleText(t, read.failure), isTrouble: true })
  }
  const undo = (written: Written) => void takeBackNews(steadyline, works, written, t).then(setNews)
  const restore = async () => {
    if (!backup) return
    const care = await steadyline.care()
    const done = await works.run(t('care.restoring'), (work) => care.restore(backup, how, work))
    if (!done) return
    if (!done.ok) return setNews({ said: careTroubleText(t, done.failure), isTrouble: true })
    await steadyline.callbacks.adopt([])
    setBackup(null)
    setFile(null)
    setNews({ said: t('care.restored', { count: done.value.length }), isTrouble: false, undo: () => undo(done.value) })
  }

  return (
    <CareSection title={t('care.restore')} why={t('care.restoreWhy')} works={works} news={news}>
      <FileTrigger
        onSelect={(files) => {
          setFile(files?.[0] ?? null)
          setBackup(null)
          setNews(null)
        }}
      >
        <WideButton label={file ? file.name : t('care.pickBackup')} isDisabled={works.now !== null} />
      </FileTrigger>
      {file && !backup ? (
        <form onSubmit={open} className="flex flex-col gap-3">
          <TextInput label={t('care.passphrase')} type="password" value={passphrase} onChange={setPassphrase} autoFocus />
          <WideButton look="main" label={t('care.open')} type="submit" isDisabled={passphrase === '' || works.now !== null} />
        </form>
      ) : null}
      {backup ? (
        <>
          <p className="rounded-card border border-line bg-surface px-3.5 py-2.5 text-note">
            <b className="block font-semibold">{t('care.madeAt', { when: fullTimeText(backup.madeAt, i18n.language) })}</b>
            {t('care.holds', {
              ...{ calls: count('calls'), notes: count('notes'), people: count('people'), callbacks: count('callbacks') },
            })}
          </p>
          <Choice
            label={t('care.how')}
            value={how}
            options={(['addMissing', 'replace'] as const).map((value) => ({ value, label: t(`care.hows.${value}`) }))}
            onChange={setHow}
          />
          {how === 'replace' ? <p className="text-note text-warn">{t('care.replaceWarn')}</p> : null}
          <WideButton
            look={how === 'replace' ? 'danger' : 'main'}
            label={t('care.doRestore')}
            isDisabled={works.now !== null}
            onPress={() => void restore()}
          />
        </>
      ) : null}
    </CareSection>
  )
}
