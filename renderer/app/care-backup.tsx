import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastBackupAt } from '../care/last-backup.ts'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { dayAndMinute, fullTimeText } from '../words/times.ts'
import { type CareNews, CareSection } from './care-section.tsx'
import { careTroubleText } from './care-trouble.ts'
import { passphraseStrength } from './passphrase-strength.ts'
import { saveAsFile } from './save-as-file.ts'
import type { Steadyline } from './steadyline.ts'
import { useLongWork } from './use-long-work.ts'

interface CareBackupProps {
  readonly steadyline: Steadyline
}

export function CareBackup({ steadyline }: CareBackupProps) {
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [news, setNews] = useState<CareNews | null>(null)
  const works = useLongWork()
  const { t, i18n } = useTranslation()
  const strength = passphraseStrength(passphrase)
  const last = lastBackupAt()

  const isReady = strength !== 'short' && again === passphrase && works.now === null
  const make = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    setNews(null)
    const care = await steadyline.care()
    const made = await works.run(t('care.backingUp'), (work) => care.backUp(passphrase, work))
    if (!made?.ok) return setNews(made ? { said: careTroubleText(t, made.failure), isTrouble: true } : null)
    saveAsFile(`steadyline-${dayAndMinute(Date.now())}.age`, 'application/octet-stream', made.value)
    setPassphrase('')
    setAgain('')
    const size = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'kilobyte' }).format(
      Math.ceil(made.value.size / 1024),
    )
    setNews({ said: t('care.backedUp', { size }), isTrouble: false })
  }

  return (
    <CareSection title={t('care.backup')} why={t('care.backupWhy')} works={works} news={news}>
      <p className="text-note">
        {last === null ? t('care.noBackup') : t('care.lastBackup', { when: fullTimeText(last, i18n.language) })}
      </p>
      <form onSubmit={make} className="flex flex-col gap-3">
        <TextInput
          label={t('care.passphrase')}
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          maxLength={1000}
          {...(passphrase === '' ? {} : { description: t(`care.strength.${strength}`) })}
        />
        <TextInput
          label={t('care.again')}
          type="password"
          value={again}
          onChange={setAgain}
          maxLength={1000}
          problem={again !== '' && again !== passphrase ? t('care.notSame') : null}
        />
        <WideButton look="main" label={t('care.doBackup')} type="submit" isDisabled={!isReady} />
      </form>
    </CareSection>
  )
}
