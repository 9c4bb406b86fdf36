import type { CallRecord, Note } from '../../shared/notes/note.ts'
import { seeded } from '../faults/seeded.ts'

/** One call of a long working life, as the store keeps it. */
export interface CareerCall {
  readonly call: CallRecord
  readonly note: Note
}

const minute = 60_000
const lastCall = Date.UTC(2026, 10, 20, 16)

const zero = { collected: 0, runningSince: null }
const kinds = ['demanding', 'emotional', 'sceptical', 'fight-or-flight']
const dispositions = ['Resolved', 'Callback promised', 'Passed on', 'Ended after warnings', 'Refund granted', 'Nothing agreed']
const syllables = 'ka re fun de li ta mo se ra ni po lu vo ke sti ma no ri tel ba on ier ag ul es to wa pen gra si'.split(' ')

/** Sentences that a dictionary of English and its letters would miss. */
const elsewhere = [
  'Klient küsis, millal tellimus õigeks ajaks jõuab; lubasin ööpäeva jooksul täpse vastuse.',
  'Die Straße stimmt nicht, Lieferung größer als bestellt, Rückruf über Müller gewünscht.',
  'Клиент недоволен задержкой заказа, просит вернуть деньги до пятницы.',
  'العميل غير راض عن التأخير ويريد استرداد المبلغ قبل يوم الجمعة',
  '客户对延误不满意，希望在星期五之前退款，并要求书面确认。',
  '配送が遅れているため、お客様は返金を希望しています。',
  'ลูกค้าไม่พอใจกับความล่าช้าและต้องการเงินคืน',
]

/** The same calls for the same number of them, newest first: 43 MB of notes for 100,000. */
export function career(count: number, seed = 42): readonly CareerCall[] {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const vocabulary = Array.from({ length: 24_000 }, () =>
    Array.from({ length: 2 + below(3) }, () => syllables[below(30)]).join(''),
  )
  /** A few words are most of what is written, as in any language. */
  const word = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? ''
  const people = Array.from({ length: 20_000 }, () => ({
    name: `${capital(word())} ${capital(vocabulary[below(6_000)] ?? '')}`,
    number: `+${[372, 49, 44, 1, 7][below(5)]}${String(5_000_000 + below(4_999_999))}${below(10)}`,
  }))
  const text = () => {
    const words = Array.from({ length: 35 + below(35) }, word)
    words.splice(below(words.length), 0, `${10 + below(90)}-${1000 + below(9000)}`)
    if (random() < 0.9) words.splice(below(words.length), 0, `REF${100_000 + below(900_000)}`)
    if (random() < 0.5) words.splice(below(words.length), 0, String(55_000_000 + below(1_000_000)))
    return `${random() < 0.1 ? `${elsewhere[below(elsewhere.length)]} ` : ''}${capital(words.join(' '))}.`
  }
  return Array.from({ length: count }, (_, index) => {
    const at = lastCall - index * 9 * minute - below(5 * minute)
    const id = `baresip:${below(0xffffffff).toString(16).padStart(8, '0')}${index.toString(16).padStart(8, '0')}`
    const party = people[Math.floor(people.length * random() ** 3)] ?? { name: '', number: '' }
    return { call: callOf(id, at, party), note: noteOf(id, at, text(), below) }
  })
}

function callOf(id: string, at: number, party: CallRecord['party']): CallRecord {
  return {
    id,
    dialer: 'baresip',
    direction: 'incoming',
    party,
    state: 'ended',
    endCause: 'caller-hung-up',
    consultFor: null,
    certain: true,
    startedAt: at,
    answeredAt: at + 5_000,
    endedAt: at + 4 * minute,
    ring: zero,
    talk: { collected: 4 * minute, runningSince: null },
    hold: zero,
    afterCall: zero,
  }
}

function noteOf(id: string, at: number, text: string, below: (limit: number) => number): Note {
  const label = dispositions[below(dispositions.length)] ?? ''
  const disposition = label.toLowerCase().replaceAll(' ', '-')
  return {
    id,
    text,
    state: 'saved',
    disposition,
    dispositionLabel: label,
    handling: {
      playbook: { id: 'difficult-clients', version: '0123456789ab' },
      kind: kinds[below(kinds.length)] ?? null,
      triggers: [],
      steps: {},
      ladder: [],
      partingApprovedBy: null,
      outcome: {
        disposition,
        agreed: '',
        granted: [],
        hardness: 1 + below(5),
        followUp: below(5) === 0,
        tags: below(3) === 0 ? [`topic ${below(40)}`] : [],
      },
    },
    practice: false,
    createdAt: at,
    updatedAt: at + 5 * minute,
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
