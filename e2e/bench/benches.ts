import { bundle } from './bundle.ts'
import { eventToPaint, ringToPaint } from './event-to-paint.ts'
import type { Bench } from './figures.ts'
import { heap } from './heap.ts'
import { start } from './start.ts'

export const benches: readonly Bench[] = [bundle, start, eventToPaint, ringToPaint, heap]
