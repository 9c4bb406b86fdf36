import type { TFunction } from 'i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { DialerId, DialerPowers } from '../../shared/dialers/dialer-health.ts'
import type { Suggestion } from '../../shared/transfer/ranking.ts'
import type { TransferView } from '../checklist/transfer.view.ts'

/** The line of this stage: the playbook's where something is said, ours where something is awaited. */
export function transferLine(
  { stage, lines, brief }: TransferView,
  shown: number,
  chosen: Suggestion | null,
  who: string,
  t: TFunction,
) {
  const said = lines[shown % Math.max(1, lines.length)]
  if (said !== undefined) return said
  switch (stage) {
    case 'choosing':
      if (chosen === null) return t('transfer.line.nobody')
      return t(chosen.availability === 'unknown' ? 'transfer.line.chooseAloud' : 'transfer.line.choose', {
        who: chosen.person.name,
      })
    case 'waiting':
      return t('transfer.line.waiting', { who })
    case 'confirming':
      return brief.readBack ? `“${brief.readBack}”` : t('transfer.line.confirming', { who })
    case 'handedOver':
    case 'dropped':
      return t(`transfer.line.${stage}`, { who })
    case 'tellingCaller':
    case 'briefing':
    case 'introducing':
    case 'handingOver':
    case 'returned':
      return ''
    default:
      return assertNever(stage)
  }
}

/** What the phone cannot do here, or may spoil; null where it does what is expected. */
export function transferNotice(
  { stage, asked }: TransferView,
  powers: DialerPowers,
  dialer: DialerId,
  hasLeg: boolean,
  who: string,
  t: TFunction,
): string | null {
  if (stage === 'briefing' && !powers.consult) return t('transfer.notice.byHand')
  if ((stage === 'briefing' || stage === 'introducing') && powers.transfer !== 'attended' && powers.consult)
    return t('transfer.notice.cannotJoin', { dialer })
  if (stage !== 'handingOver') return null
  const isJoined = hasLeg && (powers.transfer === 'attended' || !powers.consult)
  if (isJoined) return null
  if (asked?.to.number === '') return t('transfer.notice.noNumber', { who })
  return powers.transfer === 'none' ? t('transfer.notice.byHand') : t('transfer.notice.blind', { who })
}
