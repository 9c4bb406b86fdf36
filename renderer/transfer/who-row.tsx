import { useTranslation } from 'react-i18next'
import type { Suggestion } from '../../shared/transfer/ranking.ts'
import type { Attempt, AttemptResult } from '../../shared/transfer/transfer-record.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useNow } from '../ui/now.tsx'
import { ageText } from '../words/ages.ts'
import { whenText } from '../words/times.ts'

interface WhoRowProps {
  readonly suggestion: Suggestion
  /** The last one with them. */
  readonly attempt: Attempt | null
  readonly digit: string | null
}

const presenceTones = {
  available: 'text-good',
  onCall: 'text-danger',
  away: 'text-warn',
  offline: 'text-muted',
  unknown: 'text-muted',
} as const

/** One colleague: who they are on the left, how they stand on the right. */
export function WhoRow({ suggestion, attempt, digit }: WhoRowProps) {
  const { person, availability } = suggestion
  const { t } = useTranslation()
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2.5 py-2">
      <span
        aria-hidden="true"
        className="grid size-8 place-items-center rounded-full bg-sunken text-small font-semibold text-muted group-data-selected:bg-accent group-data-selected:text-on-accent"
      >
        {initials(person.name)}
      </span>
      <div className="min-w-0 leading-tight">
        <p dir="auto" className="flex items-center gap-1.5 font-semibold">
          {person.name}
          {digit ? <Kbd keys={digit} /> : null}
        </p>
        <p dir="auto" className="mt-0.5 text-small text-muted">
          {[t(`transfer.role.${person.role}`), person.topics.join(', ')].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="text-end text-small leading-tight">
        {attempt ? (
          <AnswerState attempt={attempt} />
        ) : (
          <>
            <p className={`font-semibold ${presenceTones[availability]}`}>{t(`transfer.presence.${availability}`)}</p>
            <p className="mt-0.5 text-muted tabular-nums">
              {availability === 'unknown' ? person.number : <Seen suggestion={suggestion} />}
            </p>
          </>
        )}
      </div>
    </div>
  )
}

const answerTones: Readonly<Record<AttemptResult, string>> = {
  asked: 'text-accent',
  delivered: 'text-accent',
  read: 'text-accent',
  soon: 'text-warn',
  accepted: 'text-good',
  declined: 'text-danger',
  timedOut: 'text-danger',
  unreachable: 'text-danger',
  withdrawn: 'text-muted',
}

function AnswerState({ attempt: { result, resultAt, reason } }: { readonly attempt: Attempt }) {
  const { t, i18n } = useTranslation()
  useNow()
  return (
    <>
      <p className={`font-semibold ${answerTones[result]}`}>{t(`transfer.result.${result}`)}</p>
      <p dir="auto" className="mt-0.5 max-w-36 text-muted tabular-nums">
        {reason || t('transfer.ago', { age: ageText(Date.now() - resultAt, i18n.language) })}
      </p>
    </>
  )
}

function Seen({ suggestion: { availability, since, seenAt } }: { readonly suggestion: Suggestion }) {
  const { t, i18n } = useTranslation()
  useNow()
  if (availability === 'onCall' && since !== null)
    return t('transfer.since', { time: whenText(since, Date.now(), i18n.language) })
  return seenAt === null ? null : t('transfer.seen', { age: ageText(Date.now() - seenAt, i18n.language) })
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
