import { maskRecord } from '../../shared/care/masked-record.ts'
import type { MaskRules } from '../../shared/care/masks.ts'
import type { CompanionBridge } from '../../shared/contract.ts'

/** The bridge with the prose masked that leaves the window for a colleague, or for a file of the companion. */
export function maskedBridge(companion: CompanionBridge, rules: () => MaskRules): CompanionBridge {
  return {
    on: companion.on,
    request: (channel, payload) =>
      companion.request(channel, /^(?:brief|alarms?)\./.test(channel) ? maskRecord(payload, rules()) : payload),
  }
}
