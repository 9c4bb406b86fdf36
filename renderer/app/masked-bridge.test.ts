import { expect, it } from 'vitest'
import type { CompanionBridge } from '../../shared/contract.ts'
import { maskedBridge } from './masked-bridge.ts'

const card = '4242 4242 4242 4242'

it('sends a colleague no card number, and leaves what is no prose as it is', async () => {
  const asked: unknown[] = []
  const companion: CompanionBridge = {
    request: async (channel, payload) => void asked.push([channel, payload]) as never,
    on: () => () => undefined,
  }
  const masked = maskedBridge(companion, () => ({ cards: true, ibans: false, patterns: [] }))
  await masked.request('brief.followUp', { briefId: 'b', followUp: { note: `Paid with ${card}`, outcome: null, version: 1 } })
  await masked.request('call.dial', { number: card, through: 'dialer' })
  expect(asked).toEqual([
    ['brief.followUp', { briefId: 'b', followUp: { note: 'Paid with •••• 4242', outcome: null, version: 1 } }],
    ['call.dial', { number: card, through: 'dialer' }],
  ])
})
