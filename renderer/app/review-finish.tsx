import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { blankOutcome, type Outcome } from '../../shared/checklist/outcome.ts'
import type { DayCall } from '../../shared/review/day-figures.ts'
import { CallSummary } from '../call/call-summary.tsx'
import { DispositionList } from '../checklist/disposition-list.tsx'
import { createNoteDraft } from '../notes/note-draft.ts'
import { NoteEditor } from '../notes/note-editor.tsx'
import { NoteSafeguards } from '../notes/note-safeguards.tsx'
import { Choice } from '../ui/choice.tsx'
import { PartyName } from '../ui/party-name.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { fullTimeText } from '../words/times.ts'
import { playbookForCalls } from './playbook-for-calls.ts'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'

interface ReviewFinishProps {
  readonly steadyline: Steadyline
  readonly found: DayCall
  readonly focusMain: () => void
  readonly keysAreOn: boolean
  readonly onDone: () => void
  readonly onFinishing: (isFinishing: boolean) => void
}

const grades = ['1', '2', '3', '4', '5'] as const

/** The wrap-up of a call that is long off the desk; without its checklist, by the playbook of today. */
export function ReviewFinish({ steadyline, found, focusMain, keysAreOn, onDone, onFinishing }: ReviewFinishProps) {
  const { call } = found
  const [draft] = useState(() => createNoteDraft(steadyline.notes, call, found.note ?? undefined))
  const [outcome, setOutcome] = useState<Outcome>(found.note?.handling?.outcome ?? blankOutcome)
  const [stage, setStage] = useState<'open' | 'saving' | 'failed'>('open')
  const snapshot = useReadable(steadyline.mirror)
  const playbook = playbookForCalls(snapshot)
  const { text } = useReadable(draft.state)
  const area = useRef<HTMLTextAreaElement>(null)
  const { t, i18n } = useTranslation()
  const chosen = playbook.dispositions.find(({ id }) => id === outcome.disposition)
  const change = (part: Partial<Outcome>) => setOutcome({ ...outcome, ...part })

  useEffect(() => {
    onFinishing(true)
    return () => {
      onFinishing(false)
      void draft.flush()
    }
  }, [draft, onFinishing])

  const save = async () => {
    if (!chosen || stage === 'saving') return
    setStage('saving')
    steadyline.playbooks.keep(playbook)
    const { id, version } = playbook
    const blank = { kind: null, triggers: [], steps: {}, ladder: [], partingApprovedBy: null }
    const isKept = await draft.finish(chosen, { ...(found.note?.handling ?? blank), playbook: { id, version }, outcome })
    if (isKept) onDone()
    else setStage('failed')
  }
  const endings = playbook.dispositions.map(({ id }, index) => [String(index + 1), () => change({ disposition: id })] as const)
  const acts = [['n', () => area.current?.focus()] as const, ['Enter', () => void save()] as const]
  useKeys(Object.fromEntries([...endings.slice(0, 9), ...acts]), keysAreOn)

  return (
    <>
      <ScrollArea className="flex flex-1 flex-col gap-3 p-4">
        <header>
          <h1 className="text-say leading-tight font-semibold">
            <PartyName party={call.party} />
          </h1>
          <p className="text-note text-muted tabular-nums">{fullTimeText(call.startedAt, i18n.language)}</p>
          <p className="pt-1 text-note text-muted">{t('review.unfinished.hint')}</p>
        </header>
        <CallSummary call={call} />
        <DispositionList name="review-outcome" dispositions={playbook.dispositions} view={{ outcome, changeOutcome: change }} />
        <Choice
          label={t('review.unfinished.hardness')}
          value={outcome.hardness === null ? null : String(outcome.hardness)}
          options={grades.map((grade) => ({ value: grade, label: grade }))}
          onChange={(grade) => change({ hardness: Number(grade) })}
        />
        <TextInput
          label={t('review.unfinished.agreed')}
          value={outcome.agreed}
          onChange={(agreed) => change({ agreed })}
          maxLength={500}
        />
        <div className="flex min-h-40 flex-none flex-col">
          <NoteEditor
            draft={draft}
            areaRef={area}
            onLeave={focusMain}
            onFinish={() => void save()}
            tools={<NoteSafeguards area={area} text={text} rules={snapshot.settings.care} />}
            toolsAtOnce
          />
        </div>
        {stage === 'failed' ? (
          <p role="alert" className="rounded-card bg-danger-soft px-3 py-2 text-note font-medium text-danger">
            {t('wrapUp.failed')}
          </p>
        ) : null}
      </ScrollArea>
      <div className="flex flex-none flex-col border-t border-line bg-surface px-3.5 py-2.5">
        {chosen ? (
          <WideButton
            look="main"
            label={t('review.unfinished.save')}
            cap="↵"
            shortcut="Enter"
            isDisabled={stage === 'saving'}
            onPress={() => void save()}
          />
        ) : (
          <p className="text-center text-note font-medium text-muted">{t('review.unfinished.choose')}</p>
        )}
      </div>
    </>
  )
}
