import { firstNameIn } from '../../shared/playbook/first-name.ts'
import { fillLine, type LineFacts } from '../../shared/playbook/placeholders.ts'
import type { Fallbacks, TransferScripts } from '../../shared/playbook/playbook.ts'
import type { BriefContent, BriefId } from '../../shared/transfer/brief.ts'
import {
  type AskedPerson,
  type Attempt,
  currentAttempt,
  type TransferRecord,
  type TransferStage,
} from '../../shared/transfer/transfer-record.ts'
import type { ChecklistSnapshot } from './checklist.view.ts'
import type { ChecklistEvent } from './checklist-setup.ts'

/** All a screen may know of a warm transfer under way and all it may do to it; an absent verb makes no sense now. */
export interface TransferView {
  readonly stage: TransferStage
  readonly record: TransferRecord
  /** As it would be sent now. */
  readonly brief: BriefContent
  /** Who is asked or has said yes. */
  readonly asked: Attempt | null
  /** What may be said at this stage, the first to reach for; empty where nothing is. */
  readonly lines: readonly string[]
  readonly told: ((said: string) => void) | undefined
  readonly ask: ((to: AskedPerson) => void) | undefined
  readonly askAloud: ((to: AskedPerson) => void) | undefined
  readonly accepted: (() => void) | undefined
  readonly another: (() => void) | undefined
  readonly briefed: ((said: string) => void) | undefined
  readonly introduced: ((said: string) => void) | undefined
  readonly confirmed: ((said: string) => void) | undefined
  readonly handOver: ((said: string) => void) | undefined
  readonly drop: (() => void) | undefined
  /** Whatever the phone was asked for did not happen; always there, because the answer may come late. */
  readonly notHandedOver: () => void
  readonly goBack: (() => void) | undefined
  readonly leave: (() => void) | undefined
  readonly promise: (() => void) | undefined
  readonly writeBrief: ((brief: BriefContent) => void) | undefined
}

export interface TransferViewInput {
  readonly snapshot: ChecklistSnapshot
  readonly send: (event: ChecklistEvent) => void
  readonly scripts: TransferScripts | null
  readonly fallbacks: Fallbacks
  readonly facts: LineFacts
  /** The brief as the call makes it, for as long as the agent has not written it. */
  readonly composed: BriefContent
  /** Wall clock, ms since 1970. */
  readonly wallNow: () => number
  readonly newId: () => BriefId
}

const scriptAt: Partial<Record<TransferStage, keyof TransferScripts>> = {
  tellingCaller: 'tellCaller',
  briefing: 'privately',
  introducing: 'introduce',
  handingOver: 'handOver',
  returned: 'comeBack',
}

/** Null while the call is on another route. */
export function transferView(input: TransferViewInput): TransferView | null {
  const { snapshot, send, composed, wallNow, newId } = input
  const stage = stageOf(snapshot)
  if (stage === null) return null
  const record = snapshot.context.transfer
  const brief = record.brief ?? composed
  const asked = currentAttempt(record)
  const can = (event: ChecklistEvent) => snapshot.can(event)
  const spoken = (type: SpokenType) =>
    can({ type, at: 0, said: '' }) ? (said: string) => send({ type, at: wallNow(), said }) : undefined
  const plain = (type: PlainType) => (can({ type, at: 0 }) ? () => send({ type, at: wallNow() }) : undefined)
  const asking = (type: 'transfer.ask' | 'transfer.askAloud') =>
    can({ type, at: 0, briefId: '', to: nobody, brief })
      ? (to: AskedPerson) => send({ type, at: wallNow(), briefId: newId(), to, brief })
      : undefined
  return {
    stage,
    record,
    brief,
    asked,
    lines: linesAt(stage, brief, asked, input),
    told: spoken('transfer.told'),
    ask: asking('transfer.ask'),
    askAloud: asking('transfer.askAloud'),
    accepted: plain('transfer.accepted'),
    another: plain('transfer.another'),
    briefed: spoken('transfer.briefed'),
    introduced: spoken('transfer.introduced'),
    confirmed: spoken('transfer.confirmed'),
    handOver: spoken('transfer.handOver'),
    drop: plain('transfer.drop'),
    notHandedOver: () => send({ type: 'transfer.notHandedOver', at: wallNow() }),
    goBack: plain('transfer.return'),
    leave: can({ type: 'route.back' }) ? () => send({ type: 'route.back' }) : undefined,
    promise: plain('route.promise'),
    writeBrief: can({ type: 'brief.write', brief }) ? (written) => send({ type: 'brief.write', brief: written }) : undefined,
  }
}

type SpokenType = 'transfer.told' | 'transfer.briefed' | 'transfer.introduced' | 'transfer.confirmed' | 'transfer.handOver'
type PlainType = 'transfer.accepted' | 'transfer.another' | 'transfer.drop' | 'transfer.return' | 'route.promise'

const nobody: AskedPerson = { id: '', name: '', number: '' }

function stageOf({ value }: ChecklistSnapshot): TransferStage | null {
  if (typeof value === 'string' || typeof value.onCall.route === 'string') return null
  return value.onCall.route.transferring
}

function linesAt(
  stage: TransferStage,
  brief: BriefContent,
  asked: Attempt | null,
  { scripts, facts, fallbacks }: TransferViewInput,
): readonly string[] {
  const script = scriptAt[stage]
  if (script === undefined || scripts === null) return []
  const known: LineFacts = {
    ...facts,
    'colleague.name': asked?.to.name,
    'colleague.firstName': firstNameIn(asked?.to.name ?? '') ?? asked?.to.name,
    request: brief.request,
    situation: brief.situation,
    topic: brief.topic,
  }
  return scripts[script].map((line) => fillLine(line, known, fallbacks))
}
