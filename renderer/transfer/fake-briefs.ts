import { success } from '../../shared/result.ts'
import type { BriefContent } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { BriefStore } from './brief-store.ts'

/** For tests: a brief as short as one may be. */
export const shortBrief: BriefContent = {
  headline: 'Marta Kask needs a date.',
  caller: { name: 'Marta Kask', number: '', verified: 'unknown' },
  tone: '',
  situation: '',
  background: '',
  tried: '',
  request: 'A date.',
  avoid: '',
  readBack: '',
  topic: '',
}

/** For tests: a brief about a late order, as it came in. */
export function receivedBrief(changes: Partial<BriefRecord> = {}): BriefRecord {
  return {
    brief: {
      id: 'b0a7a5c2-6f0e-4a53-9d3a-2f1c6a0e8d11',
      from: { id: 'ana.sild', name: 'Ana Sild' },
      to: { id: 'jaan.tamm', name: 'Jaan Tamm' },
      headline: 'Marta Kask needs a delivery date she can trust.',
      caller: { name: 'Marta Kask', number: '+37255500142', verified: 'verified' },
      tone: 'Demanding, fears being ignored · third hard call in 30 days',
      situation: 'Order 88-1042, due 5 Nov, not shipped. Told “tomorrow” twice.',
      background: 'Two callbacks kept, one missed on 12 Nov. Likes short, concrete answers.',
      tried: 'Apology, express at our cost. She declined a voucher.',
      request: 'A firm date, or a refund today.',
      avoid: '“As soon as possible”. Offering the voucher again.',
      readBack: 'So: a firm date, or the refund today. Put her through.',
      topic: 'deliveries',
    },
    direction: 'received',
    stage: 'delivered',
    at: 1_763_561_160_000,
    stageAt: 1_763_561_160_000,
    reason: '',
    followUp: null,
    ...changes,
  }
}

/** For tests: a promise that nobody kept, as its deputy is told of it; where it was promised it is hours later than anywhere here. */
export function deputysBrief(promisedAt: number, changes: Partial<BriefRecord> = {}): BriefRecord {
  const zone = 'Pacific/Kiritimati'
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  const record = receivedBrief({ at: promisedAt, ...changes })
  return {
    ...record,
    brief: {
      ...record.brief,
      headline: 'Call back Marta Kask, promised for Fri 15:00.',
      tone: '',
      avoid: '',
      callback: {
        wall: format.format(promisedAt).replace(' ', 'T'),
        zone,
        fold: 'only',
        at: promisedAt,
        kind: 'callback',
        reason: 'Order 88-1042 has not shipped',
        promised: 'A call even without the answer',
      },
    },
  }
}

/** For tests: the briefs of the past, searched by their headlines. */
export function fakeBriefStore(records: readonly BriefRecord[]): BriefStore {
  return {
    keep: () => undefined,
    forget: () => undefined,
    settled: async () => true,
    find: async (id) => success(records.find(({ brief }) => brief.id === id)),
    watch: (query) => ({
      get: () => records.filter(({ brief }) => brief.headline.toLowerCase().includes(query.toLowerCase())),
      subscribe: () => () => undefined,
    }),
  }
}
