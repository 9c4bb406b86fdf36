import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { AgendaDetail } from '../callbacks/agenda-detail.tsx'
import { AgendaEdit } from '../callbacks/agenda-edit.tsx'
import { AgendaMove } from '../callbacks/agenda-move.tsx'
import { AgendaNotes } from '../callbacks/agenda-notes.tsx'
import { AgendaReason } from '../callbacks/agenda-reason.tsx'
import { AgendaVerbs, type VerbName } from '../callbacks/agenda-verbs.tsx'
import { type Reading, whoText } from '../callbacks/agenda-words.ts'
import { bewareOf } from '../callbacks/beware-of.ts'
import { UnwrittenAlarm } from '../callbacks/unwritten-alarm.tsx'
import type { NotedCall } from '../notes/note-store.ts'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { CallbackPerson } from './callback-person.tsx'
import type { PagePanel } from './page-verbs.ts'
import { PastCall } from './past-call.tsx'
import type { Steadyline } from './steadyline.ts'
import type { AgendaDeeds } from './use-agenda-verbs.ts'
import { useCallsWith } from './use-calls-with.ts'
import { usePeople } from './use-people.ts'

interface CallbackPageProps {
  readonly steadyline: Steadyline
  readonly reading: Reading
  readonly deeds: AgendaDeeds
  /** Undefined while it is looked for, null when it is not there. */
  readonly callback: Callback | null | undefined
  readonly verbs: Readonly<Record<VerbName, (() => void) | undefined>> | null
  readonly panel: PagePanel | null
  readonly onPanel: (panel: PagePanel | null) => void
  readonly onOpen: (callback: Callback) => void
  /** The one that its history names. */
  readonly onFollow: (id: CallbackId) => void
  /** Another promise to the same person. */
  readonly onNew: () => void
  readonly onBack: () => void
  readonly focusMain: () => void
}

/** One callback to read and act on. */
export function CallbackPage({ steadyline, reading, deeds, callback, verbs, panel, ...on }: CallbackPageProps) {
  const people = usePeople(steadyline.mirror)
  const rules = useReadable(steadyline.mirror).settings.callbacks
  const calls = useCallsWith(steadyline.notes, callback?.person.number ?? '')
  const [past, setPast] = useState<NotedCall | null>(null)
  const { t } = useTranslation()
  if (callback === undefined) return <p className="grid flex-1 place-items-center text-muted">{t('panel.loading')}</p>
  if (callback === null || verbs === null)
    return (
      <div className="flex flex-1 flex-col gap-3 p-3.5">
        <p role="alert">{t('agenda.gone')}</p>
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={on.onBack} />
      </div>
    )
  if (past) return <PastCall noted={past} steadyline={steadyline} onBack={() => setPast(null)} />
  const promisedIn = calls.find(({ call }) => call.id === callback.callId)
  const deed = deeds.verbsOf(callback)
  const close = () => {
    on.onPanel(null)
    on.focusMain()
  }
  const closing =
    <Argument,>(run: ((argument: Argument) => void) | undefined) =>
    (argument: Argument) => {
      close()
      run?.(argument)
    }
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <AgendaDetail
        callback={callback}
        reading={reading}
        trouble={<UnwrittenAlarm id={callback.id} unwritten={steadyline.callbacks.unwritten} />}
        verbs={<AgendaVerbs verbs={verbs} />}
        onFollow={on.onFollow}
        notes={
          <AgendaNotes
            callback={callback}
            keep={async (notes) => (await steadyline.callbacks.edit(callback.id, { notes })).ok}
            onLeave={on.focusMain}
          />
        }
        links={
          <>
            {promisedIn ? <WideButton label={t('agenda.promisedIn')} onPress={() => setPast(promisedIn)} /> : null}
            <WideButton label={t('agenda.newFor')} onPress={on.onNew} />
          </>
        }
      />
      <div className="flex flex-col border-t border-line bg-surface px-3.5 py-2.5">
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={on.onBack} />
      </div>
      {panel === 'move' ? (
        <AgendaMove
          callback={callback}
          reading={reading}
          rules={rules}
          onMove={(to, reason) => {
            close()
            deed.move?.(to, reason, bewareOf(t, callback, { time: to, clocks: 'only', others: [], hours: rules, reading }))
          }}
          onClose={close}
        />
      ) : null}
      {panel === 'cancel' || panel === 'missed' ? (
        <AgendaReason ending={panel} onEnd={closing(panel === 'cancel' ? deed.cancel : deed.markMissed)} onClose={close} />
      ) : null}
      {panel === 'edit' ? <AgendaEdit callback={callback} people={people} onSave={closing(deed.edit)} onClose={close} /> : null}
      {panel === 'person' ? (
        <CallbackPerson
          {...{ steadyline, reading, callback }}
          title={whoText(t, callback)}
          onOpen={on.onOpen}
          onRead={(call) => setPast(call ?? null)}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
