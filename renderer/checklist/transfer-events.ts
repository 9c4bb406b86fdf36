import type { BriefContent, BriefId } from '../../shared/transfer/brief.ts'
import type { BriefStage } from '../../shared/transfer/brief-record.ts'
import type { AskedPerson } from '../../shared/transfer/transfer-record.ts'

/** Wall clock, ms since 1970. */
interface Stamped {
  readonly at: number
}

/** A step of the agent, with the line that was on the screen. */
interface Spoken extends Stamped {
  readonly said: string
}

export type TransferEvent =
  | ({ readonly type: 'transfer.told' } & Spoken)
  | { readonly type: 'brief.write'; readonly brief: BriefContent }
  /** The brief's id is made here, before anything leaves. */
  | ({
      readonly type: 'transfer.ask'
      readonly briefId: BriefId
      readonly to: AskedPerson
      readonly brief: BriefContent
    } & Stamped)
  /** On the phone or across the room, with nothing sent. */
  | ({
      readonly type: 'transfer.askAloud'
      readonly briefId: BriefId
      readonly to: AskedPerson
      readonly brief: BriefContent
    } & Stamped)
  | ({
      readonly type: 'brief.changed'
      readonly briefId: BriefId
      readonly stage: BriefStage
      readonly reason: string
    } & Stamped)
  /** It never left this machine. */
  | ({ readonly type: 'brief.notSent'; readonly briefId: BriefId; readonly reason: string } & Stamped)
  | ({ readonly type: 'transfer.timeUp'; readonly briefId: BriefId } & Stamped)
  /** They said yes aloud. */
  | ({ readonly type: 'transfer.accepted' } & Stamped)
  | ({ readonly type: 'transfer.another' } & Stamped)
  | ({ readonly type: 'transfer.briefed' } & Spoken)
  | ({ readonly type: 'transfer.introduced' } & Spoken)
  | ({ readonly type: 'transfer.confirmed' } & Spoken)
  | ({ readonly type: 'transfer.handOver' } & Spoken)
  /** The phone did not do it. */
  | ({ readonly type: 'transfer.notHandedOver' } & Stamped)
  | ({ readonly type: 'transfer.drop' } & Stamped)
  | ({ readonly type: 'transfer.return' } & Stamped)

export type TransferOrder =
  | { readonly type: 'brief.send'; readonly briefId: BriefId; readonly to: AskedPerson; readonly brief: BriefContent }
  | { readonly type: 'brief.withdraw'; readonly briefId: BriefId }
