import { type MaskRules, maskText } from './masks.ts'

/** Where prose stands in a record, whichever it is; ids, numbers to call and names are left alone. */
const prose: ReadonlySet<string> = new Set([
  ...['text', 'learning', 'agreed', 'tags', 'said', 'remarks', 'reason', 'promised', 'notes', 'topic', 'note', 'outcome'],
  ...['headline', 'tone', 'situation', 'background', 'tried', 'request', 'avoid', 'readBack'],
])

/** The record with all its prose masked, and the same object when there was nothing to mask. */
export function maskRecord<Value>(record: Value, rules: MaskRules): Value {
  return walked(record, false, rules) as Value
}

function walked(value: unknown, isProse: boolean, rules: MaskRules): unknown {
  if (typeof value === 'string') return isProse ? maskText(value, rules).text : value
  if (Array.isArray(value)) {
    const parts = value.map((part) => walked(part, isProse, rules))
    return parts.some((part, index) => part !== value[index]) ? parts : value
  }
  if (!isPlain(value)) return value
  const changed = Object.entries(value).flatMap(([key, part]) => {
    const after = walked(part, prose.has(key), rules)
    return after === part ? [] : [[key, after] as const]
  })
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) }
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
