import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import { type CallId, wasAnswered } from '../../shared/call/call.ts'
import { isOpen } from '../../shared/callbacks/callback.ts'
import { hardFrom } from '../../shared/notes/note.ts'
import { isOverdue } from '../callbacks/agenda-filter.ts'
import { type Reading, standingText } from '../callbacks/agenda-words.ts'
import type { PersonEvent } from '../people/person-file.ts'
import { whenText } from '../words/times.ts'

interface PersonEventLineProps {
  readonly event: PersonEvent
  readonly reading: Reading
  readonly onOpenCall: (call: CallId) => void
}

/** One thing that was with somebody: when, what, and how it came out. */
export function PersonEventLine({ event, reading, onOpenCall }: PersonEventLineProps) {
  const { t } = useTranslation()
  const when = (wall: number) => whenText(wall, reading.now, reading.locale)
  switch (event.type) {
    case 'call':
      return (
        <Line when={when(event.at)} title={<CallTitle event={event} />} onOpen={() => onOpenCall(event.call.id)}>
          {event.note?.text ? <span className="line-clamp-4 whitespace-pre-line">{event.note.text}</span> : null}
        </Line>
      )
    case 'callback': {
      const { callback } = event
      const came = isOpen(callback) ? (isOverdue(callback, reading.now) ? 'text-danger' : 'text-text') : toneOf(callback.state)
      return (
        <Line
          when={when(event.at)}
          title={callback.reason ? t('person.event.promise', { reason: callback.reason }) : t('person.event.promisePlain')}
        >
          <span className={came}>{standingText(t, callback, reading)}</span>
          {callback.notes ? <span className="block">{callback.notes}</span> : null}
        </Line>
      )
    }
    case 'brief': {
      const { brief, direction } = event.record
      return (
        <Line
          when={when(event.at)}
          title={
            direction === 'sent'
              ? t('person.event.briefSent', { who: brief.to.name })
              : t('person.event.briefReceived', { who: brief.from.name })
          }
        >
          {brief.headline}
        </Line>
      )
    }
    case 'incident': {
      const { reported, id } = event.incident
      return (
        <Line
          when={when(event.at)}
          title={<span className="text-danger">{t('person.event.incident')}</span>}
          onOpen={() => onOpenCall(id)}
        >
          {reported ? t('person.event.told', { who: reported.to, when: when(reported.at) }) : t('person.event.untold')}
        </Line>
      )
    }
    default:
      return assertNever(event)
  }
}

function toneOf(state: string): string {
  return state === 'kept' ? 'text-good' : state === 'missed' ? 'text-danger' : 'text-muted'
}

function CallTitle({ event: { call, note } }: { readonly event: PersonEvent & { readonly type: 'call' } }) {
  const { t } = useTranslation()
  if (!wasAnswered(call)) return t(call.direction === 'incoming' ? 'person.event.missed' : 'person.event.notReached')
  const minutes = Math.round(call.talk.collected / 60_000)
  const grade = note?.handling?.outcome.hardness ?? 0
  const marks = [
    minutes > 0 ? t('person.event.callFor', { minutes }) : t('person.event.call'),
    grade >= hardFrom ? t('person.event.hard', { grade }) : null,
    (note?.handling?.ladder.length ?? 0) > 0 ? t('person.event.boundary') : null,
    note?.dispositionLabel ?? null,
  ]
  return marks.filter((mark) => mark !== null).join(', ')
}

interface LineProps {
  readonly when: string
  readonly title: ReactNode
  readonly onOpen?: () => void
  readonly children: ReactNode
}

const layout = 'grid w-full grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 py-2.5 text-start'

function Line({ when, title, onOpen, children }: LineProps) {
  const inside = (
    <>
      <time className="text-note text-muted tabular-nums">{when}</time>
      <span className="min-w-0">
        <span className="block font-semibold" dir="auto">
          {title}
        </span>
        <span className="block text-note text-muted" dir="auto">
          {children}
        </span>
      </span>
    </>
  )
  return onOpen ? (
    <Button onPress={onOpen} className={`${layout} -outline-offset-2 hover:bg-surface`}>
      {inside}
    </Button>
  ) : (
    <div className={layout}>{inside}</div>
  )
}
