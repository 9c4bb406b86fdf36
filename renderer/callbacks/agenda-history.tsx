import { useTranslation } from 'react-i18next'
import type { CallbackEntry, CallbackId } from '../../shared/callbacks/callback.ts'
import { TextButton } from '../ui/text-button.tsx'
import { fullTimeText, whenText } from '../words/times.ts'
import { entryText, type Reading } from './agenda-words.ts'

interface AgendaHistoryProps {
  readonly history: readonly CallbackEntry[]
  readonly reading: Reading
  /** Another one that is named in it. */
  readonly onFollow: (id: CallbackId) => void
}

export function AgendaHistory({ history, reading, onFollow }: AgendaHistoryProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('agenda.became')} className="flex flex-col gap-1.5">
      <h2 className="text-small font-semibold text-accent">{t('agenda.became')}</h2>
      <ol className="flex flex-col gap-1 border-s border-line-strong ps-3">
        {history.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are only ever added at the end
          <li key={index} className="flex justify-between gap-3 text-note">
            <bdi className="min-w-0">
              {'callbackId' in entry ? (
                <TextButton label={entryText(t, entry, reading)} onPress={() => onFollow(entry.callbackId)} />
              ) : (
                entryText(t, entry, reading)
              )}
            </bdi>
            <time title={fullTimeText(entry.at, reading.locale)} className="flex-none text-small text-muted tabular-nums">
              {whenText(entry.at, reading.now, reading.locale)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  )
}
