import type { Page } from '@playwright/test'
import type { CompanionBridge, RequestChannel, Requests } from '../../shared/contract.ts'

declare global {
  interface Window {
    readonly companion: CompanionBridge
  }
}

/** Asks the companion what the window itself could ask, through the window's own bridge. */
export async function ask<Channel extends RequestChannel>(
  page: Page,
  channel: Channel,
  payload: Requests[Channel]['payload'],
): Promise<Requests[Channel]['answer']> {
  await page.waitForFunction(() => 'companion' in window)
  return page.evaluate(([to, what]) => window.companion.request(to, what), [channel, payload] as const) as Promise<
    Requests[Channel]['answer']
  >
}
