import type { Moment } from '../shared/call/call-transitions.ts'

export interface Clock {
  now(): Moment
}

/** `hrtime` counts from the boot of the machine, so its stamps stay comparable when the companion is restarted. */
export const systemClock: Clock = {
  now: () => ({ mono: Number(process.hrtime.bigint() / 1000n) / 1000, wall: Date.now() }),
}
