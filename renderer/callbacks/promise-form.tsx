import '../words/rooms.ts'
import { type FormEvent, useMemo, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { conflictsWith } from './conflicts-with.ts'
import type { PromiseDraft } from './promise-draft.ts'
import { PromiseMore } from './promise-more.tsx'
import { type PromiseTerms, termsOf } from './promise-terms.ts'
import { saidInLine } from './said-in-line.ts'
import { TimeField } from './time-field.tsx'
import { inLineText } from './time-words.ts'
import { useTimeEntry } from './use-time-entry.ts'
import { zoneForNumber } from './zone-for-number.ts'

interface PromiseFormProps {
  readonly title: string
  readonly closeLabel: string
  readonly person: Callback['person']
  /** Null when it is promised without a call: then the person can be written here, as can a number that was withheld. */
  readonly callId: CallId | null
  readonly practice?: boolean
  readonly suggested?: { readonly reason?: string; readonly topic?: string }
  /** What is promised already; undefined while the store is asked. */
  readonly open: readonly Callback[] | undefined
  /** Who could be a deputy. */
  readonly people: readonly Pick<Colleague, 'id' | 'name'>[]
  readonly rules: Settings['callbacks']
  /** Wall clock, ms since 1970. */
  readonly now: number
  /** Further words of the playbook, with the time as far as it is agreed. */
  readonly linesFor?: (time: string) => readonly string[]
  /** Succeeds when the promise is on the disk; then the form is done with. */
  readonly onPromise: (draft: PromiseDraft) => Promise<Result<unknown, unknown>>
  readonly onClose: () => void
}

/** A call is promised: the time and the line to read back first, everything else when there is a moment for it. */
export function PromiseForm({ person, callId, practice = false, suggested = {}, people, rules, now, ...rest }: PromiseFormProps) {
  const [who, setWho] = useState(person)
  const isUnknown = person.number === ''
  const { t, i18n } = useTranslation()
  const [terms, setTerms] = useState<PromiseTerms>(() => termsOf({ ...suggested, promised: t('promising.promises.evenWithout') }))
  const [saving, setSaving] = useState<'no' | 'now' | 'failed'>('no')
  const guess = useMemo(() => zoneForNumber(who.number), [who.number])
  const entry = useTimeEntry({ theirZones: guess.zones, areTheirs: guess.by === 'number', rules, now })
  const { time } = entry
  const saying = { now, locale: i18n.language, ownZone: entry.ownZone }
  const deputy = people.find(({ id }) => id === terms.deputyId)
  const isWhole = terms.keeper === 'me' || deputy !== undefined
  const canKeep = time !== null && isWhole && who.number.trim() !== '' && saving !== 'now'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (time === null || !canKeep) return
    const { deputyId: _, ...said } = terms
    const kept = terms.keeper !== 'me' && deputy ? { id: deputy.id, name: deputy.name } : null
    setSaving('now')
    const result = await rest.onPromise({ ...said, person: who, callId, practice, time, deputy: kept })
    setSaving(result.ok ? 'no' : 'failed')
  }
  return (
    <SidePanel title={rest.title} closeLabel={rest.closeLabel} onClose={rest.onClose}>
      <Form onSubmit={(event) => void submit(event)} className="flex flex-col gap-2">
        {callId === null ? (
          <TextInput
            label={t('promising.name')}
            value={who.name}
            onChange={(name) => setWho({ ...who, name })}
            maxLength={120}
            autoFocus={isUnknown}
          />
        ) : null}
        {callId === null || isUnknown ? (
          <TextInput
            label={t('promising.number')}
            type="tel"
            value={who.number}
            onChange={(number) => setWho({ ...who, number })}
            maxLength={60}
            autoFocus={callId !== null}
          />
        ) : null}
        <TimeField entry={entry} label={t('promising.when')} autoFocus={!isUnknown}>
          {time
            ? conflictsWith(time, rest.open ?? []).map((other) => (
                <p key={other.id} className="text-note font-medium text-warn">
                  {t('promising.conflict', {
                    who: other.person.name || other.person.number,
                    time: saidInLine(other.due, saying),
                  })}
                </p>
              ))
            : null}
          {isWhole ? null : <p className="text-note text-warn">{t('promising.nobody')}</p>}
          {saving === 'failed' ? (
            <p role="alert" className="text-note font-medium text-danger">
              {t('promising.notKept')}
            </p>
          ) : null}
          {entry.objection === 'hours' ? null : (
            <WideButton
              type="submit"
              look="main"
              label={t(saving === 'now' ? 'promising.keeping' : 'promising.keep')}
              isDisabled={!canKeep}
              cap="↵"
              shortcut="Enter"
            />
          )}
        </TimeField>
        <PromiseMore terms={terms} people={people} onChange={(part) => setTerms({ ...terms, ...part })} />
      </Form>
      <PromiseLines
        lines={rest.linesFor?.(time === null ? '' : inLineText(t, time, { ...saying, theirZone: entry.zone })) ?? []}
      />
    </SidePanel>
  )
}

function PromiseLines({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <ul className="flex flex-col gap-1.5 border-t border-line pt-2">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  )
}
