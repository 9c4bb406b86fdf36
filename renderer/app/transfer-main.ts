import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { Suggestion } from '../../shared/transfer/ranking.ts'
import type { AskedPerson } from '../../shared/transfer/transfer-record.ts'
import type { TransferView } from '../checklist/transfer.view.ts'

export interface MainStep {
  readonly label: string
  readonly run: () => void
}

interface MainInput {
  readonly transfer: TransferView
  readonly chosen: Suggestion | null
  /** As it stands on the screen. */
  readonly line: string
  readonly handOver: () => void
  /** Also rings them where the phone can. */
  readonly askAloud: (to: AskedPerson) => void
  readonly wrapUp: (() => void) | undefined
}

/** What Enter does at this stage; null while only somebody else can move on. */
export function mainStep({ transfer, chosen, line, handOver, askAloud, wrapUp }: MainInput, t: TFunction): MainStep | null {
  const { stage } = transfer
  const step = (label: string, run: (() => void) | undefined) => (run ? { label, run } : null)
  const spoken = (verb: ((said: string) => void) | undefined) => (verb ? () => verb(line) : undefined)
  switch (stage) {
    case 'tellingCaller':
      return step(t('transfer.main.tellingCaller'), spoken(transfer.told))
    case 'choosing': {
      if (chosen === null) return step(t('route.promise'), transfer.promise)
      const { id, name, number } = chosen.person
      const to = { id, name, number }
      return chosen.availability === 'unknown'
        ? step(t('transfer.main.askAloud', { who: name }), () => askAloud(to))
        : step(t('transfer.main.send', { who: name }), () => transfer.ask?.(to))
    }
    case 'waiting':
      return null
    case 'briefing':
      return step(t('transfer.main.briefing'), spoken(transfer.briefed))
    case 'introducing':
      return step(t('transfer.main.introducing'), spoken(transfer.introduced))
    case 'confirming':
      return step(t('transfer.main.confirming'), spoken(transfer.confirmed))
    case 'handingOver':
      return step(t('transfer.main.handingOver'), handOver)
    case 'handedOver':
    case 'dropped':
      return step(t('transfer.main.wrapUp'), wrapUp)
    case 'returned':
      return step(t('transfer.main.returned'), transfer.leave)
    default:
      return assertNever(stage)
  }
}
