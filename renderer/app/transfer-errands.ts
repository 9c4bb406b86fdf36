import type { CompanionBridge } from '../../shared/contract.ts'
import type { Readable } from '../../shared/readable.ts'
import { failed } from '../../shared/result.ts'
import type { Mirror } from './steadyline.ts'
import type { TransferErrands } from './transfer-run.ts'

/** Runs the errands of a transfer through the companion. */
export function transferErrands(companion: CompanionBridge, mirror: Readable<Mirror>): TransferErrands {
  const quietly = () => undefined
  return {
    self() {
      const { team, agentName } = mirror.get().settings
      return { id: team.user, name: agentName || team.user }
    },
    answerWithinMs: () => mirror.get().settings.transfer.answerWithinSeconds * 1000,
    send: (brief) => companion.request('brief.send', brief).catch(() => failed({ kind: 'companion.silent' })),
    withdraw: (briefId) => void companion.request('brief.withdraw', { briefId }).catch(quietly),
    followUp: (briefId, followUp) => void companion.request('brief.followUp', { briefId, followUp }).catch(quietly),
  }
}
