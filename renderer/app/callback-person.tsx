import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { AgendaRow } from '../callbacks/agenda-row.tsx'
import type { Reading } from '../callbacks/agenda-words.ts'
import { NoteList } from '../notes/note-list.tsx'
import type { NotedCall } from '../notes/note-store.ts'
import { SidePanel } from '../ui/side-panel.tsx'
import type { Steadyline } from './steadyline.ts'
import { watching } from './use-agenda.ts'
import { useCallsWith } from './use-calls-with.ts'

interface CallbackPersonProps {
  readonly steadyline: Steadyline
  readonly reading: Reading
  readonly callback: Callback
  readonly title: string
  readonly onOpen: (callback: Callback) => void
  readonly onRead: (call: NotedCall | undefined) => void
  readonly onClose: () => void
}

const mostShown = 20

/** What else there was with this number: other promises, and calls. */
export function CallbackPerson({ steadyline, reading, callback, title, onOpen, onRead, onClose }: CallbackPersonProps) {
  const { number } = callback.person
  const others = useOthers(steadyline, callback)
  const calls = useCallsWith(steadyline.notes, number)
  const { t } = useTranslation()
  return (
    <SidePanel title={title} closeLabel={t('agenda.close')} onClose={onClose}>
      <section aria-label={t('agenda.otherPromises')}>
        <h3 className="text-small font-semibold text-accent">{t('agenda.otherPromises')}</h3>
        {others.length === 0 ? <p className="text-note text-muted">{t('agenda.noOthers')}</p> : null}
        <ul className="-mx-3.5">
          {others.map((other) => (
            <li key={other.id} className="border-line not-first:border-t">
              <AgendaRow callback={other} reading={reading} isChosen={false} onChoose={() => undefined} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={t('agenda.pastCalls')}>
        <h3 className="text-small font-semibold text-accent">{t('agenda.pastCalls')}</h3>
        {calls.length === 0 ? (
          <p className="text-note text-muted">{t('agenda.noPastCalls')}</p>
        ) : (
          <div className="-mx-3.5">
            <NoteList
              found={calls}
              query=""
              now={reading.now}
              onOpen={(id) => onRead(calls.find(({ call }) => call.id === id))}
            />
          </div>
        )}
      </section>
    </SidePanel>
  )
}

function useOthers({ callbacks }: Steadyline, { id, person }: Callback): readonly Callback[] {
  const [others, setOthers] = useState<readonly Callback[]>([])
  useEffect(() => {
    if (person.number === '') return
    return watching(callbacks.store.agenda.watchNumber(person.number, mostShown), (found) =>
      setOthers((found ?? []).filter((other) => other.id !== id)),
    )
  }, [callbacks, id, person.number])
  return others
}
