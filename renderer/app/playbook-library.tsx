import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Requests } from '../../shared/contract.ts'
import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import { failed } from '../../shared/result.ts'
import { ImportButton } from '../playbook/import-button.tsx'
import { NewsCard } from '../playbook/news-card.tsx'
import type { PlaybookNews } from '../playbook/playbook-news.ts'
import { PlaybookRow } from '../playbook/playbook-row.tsx'
import { readTextFile } from '../playbook/read-text-file.ts'
import { ConfirmBar } from '../ui/confirm-bar.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import { failureText } from './failure-text.ts'
import { playbookForCalls } from './playbook-for-calls.ts'
import { saveAsFile } from './save-as-file.ts'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

const silence = { kind: 'companion.silent' } as const

interface PlaybookLibraryProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly keysAreOn: boolean
  readonly onEdit: (file: string) => void
  readonly onBack: () => void
}

/** All playbooks there are, and what can be done with each. */
export function PlaybookLibrary({ steadyline, asking, keysAreOn, onEdit, onBack }: PlaybookLibraryProps) {
  const [news, setNews] = useState<PlaybookNews | null>(null)
  const [removing, setRemoving] = useState<PlaybookEntry | null>(null)
  const mirror = useReadable(steadyline.mirror)
  const drafts = useReadable(steadyline.playbookDrafts.files)
  const { t } = useTranslation()
  const used = playbookForCalls(mirror)
  const inTheWay = news?.kind === 'notImported' ? news.inTheWay : null
  const replaceable = mirror.playbooks.find(({ file, builtIn }) => file === inTheWay && !builtIn) ?? null

  const added = (answer: Requests['playbook.import']['answer'] | null, kind: 'imported' | 'duplicated') => {
    if (answer?.ok) setNews({ kind, name: nameOf(answer.value) })
  }
  const importFile = async (file: File) => {
    const text = await readTextFile(file)
    const answer = text.ok
      ? await steadyline.companion.request('playbook.import', { text: text.value }).catch(() => failed(silence))
      : failed({ kind: 'playbook.notUnderstood', errors: [text.failure] } as const)
    if (answer.ok) return added(answer, 'imported')
    const { failure } = answer
    setNews({
      kind: 'notImported',
      fileName: file.name,
      text: text.ok ? text.value : '',
      reason: failureText(t, failure),
      errors: failure.kind === 'playbook.notUnderstood' ? failure.errors : [],
      inTheWay: failure.kind === 'playbook.idTaken' ? failure.file : null,
    })
  }
  const exportText = async (entry: PlaybookEntry) => {
    const text = await asking.ask('playbook.text', { file: entry.file })
    if (text?.ok) saveAsFile(entry.playbook ? `${entry.playbook.id}.yaml` : entry.file, 'application/yaml', text.value)
  }
  const remove = async (entry: PlaybookEntry) => {
    setRemoving(null)
    const removed = await asking.ask('playbook.remove', { file: entry.file })
    if (removed?.ok) setNews({ kind: 'removed', name: nameOf(entry), text: removed.value })
  }

  useKeys({ Escape: removing ? undefined : onBack }, keysAreOn)

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <ScrollArea className="flex flex-1 flex-col gap-3 p-3.5">
        <header>
          <h1 className="text-caller font-semibold">{t('playbooks.title')}</h1>
          <p className="text-note text-muted">{t('playbooks.why')}</p>
        </header>
        {used.id === mirror.settings.playbook ? null : (
          <p className="text-note font-medium text-warn">{t('playbooks.chosenIsMissing', { name: used.name })}</p>
        )}
        {news ? (
          <NewsCard
            news={news}
            replaceable={replaceable}
            undo={async (text) => added(await asking.ask('playbook.import', { text }), 'imported')}
            addCopy={async (text) => added(await asking.ask('playbook.importCopy', { text }), 'imported')}
            replace={async (file, text) => added(await asking.ask('playbook.save', { file, text }), 'imported')}
            dismiss={() => setNews(null)}
          />
        ) : null}
        <ul aria-label={t('playbooks.list')} className="flex flex-col gap-2.5">
          {mirror.playbooks.map((entry) => {
            const { file, playbook, builtIn, errors } = entry
            const isUsed = playbook?.id === used.id
            return (
              <PlaybookRow
                key={file}
                entry={entry}
                isUsed={isUsed}
                hasDraft={drafts.has(file)}
                use={playbook && !isUsed ? () => void asking.ask('settings.change', { playbook: playbook.id }) : undefined}
                edit={() => onEdit(file)}
                duplicate={
                  errors.length === 0
                    ? async () => added(await asking.ask('playbook.duplicate', { file }), 'duplicated')
                    : undefined
                }
                save={() => void exportText(entry)}
                remove={builtIn ? undefined : () => (errors.length > 0 ? setRemoving(entry) : void remove(entry))}
              />
            )
          })}
        </ul>
      </ScrollArea>
      <div className="flex gap-2 border-t border-line bg-surface px-3.5 py-2.5 *:flex-1">
        <WideButton label={t('playbooks.back')} cap="Esc" shortcut="Escape" onPress={onBack} />
        <ImportButton onPick={(file) => void importFile(file)} />
      </div>
      {removing ? (
        <ConfirmBar
          question={t('playbooks.askRemove', { name: nameOf(removing) })}
          confirmLabel={t('playbooks.remove')}
          cancelLabel={t('playbooks.keep')}
          onConfirm={() => void remove(removing)}
          onCancel={() => setRemoving(null)}
        />
      ) : null}
    </div>
  )
}

function nameOf({ playbook, file }: PlaybookEntry): string {
  return playbook?.name ?? file
}
