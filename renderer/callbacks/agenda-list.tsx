import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { ArrowList } from '../ui/arrow-list.tsx'
import { AgendaRow } from './agenda-row.tsx'
import { agendaSections } from './agenda-sections.ts'
import type { AgendaPage, Side } from './agenda-store.ts'
import type { Reading } from './agenda-words.ts'

interface AgendaListProps {
  readonly page: AgendaPage
  readonly side: Side
  readonly reading: Reading
  /** Under the agent's hands: what the keys act on. */
  readonly chosen: CallbackId | null
  readonly onChoose: (callback: Callback) => void
  readonly onOpen: (callback: Callback) => void
  readonly onWantMore: () => void
}

/** Pixels before the end at which the next ones are fetched. */
const nearEnd = 600

export function AgendaList({ page, side, reading, chosen, onChoose, onOpen, onWantMore }: AgendaListProps) {
  const { t } = useTranslation()
  const sections =
    side === 'open'
      ? agendaSections(page.callbacks, reading.now, reading.ownZone)
      : [{ name: 'closed' as const, callbacks: page.callbacks }]
  return (
    <div
      className="min-h-0 flex-1 overflow-y-auto"
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (page.more && scrollTop + clientHeight > scrollHeight - nearEnd) onWantMore()
      }}
    >
      <ArrowList label={t('agenda.title')} className="pb-3">
        {sections.map(({ name, callbacks }) => (
          <li key={name}>
            <h2
              className={`sticky top-0 z-1 border-b border-line bg-bg px-3.5 pt-3 pb-1 text-small font-semibold ${name === 'overdue' ? 'text-danger' : 'text-muted'}`}
            >
              {t(`agenda.section.${name}`)}
            </h2>
            <ol aria-label={t(`agenda.section.${name}`)}>
              {callbacks.map((callback) => (
                <li key={callback.id} className="border-line not-first:border-t">
                  <AgendaRow {...{ callback, reading, onChoose, onOpen }} isChosen={callback.id === chosen} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ArrowList>
      {page.more ? <p className="px-3.5 pb-4 text-center text-small text-muted">{t('agenda.someShown')}</p> : null}
    </div>
  )
}
