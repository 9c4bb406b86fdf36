/** A UUID, given when the person is first filed. */
export type PersonKey = string

/** Somebody outside who calls or is called; colleagues are in `shared/transfer/colleague.ts`. */
export interface Person {
  readonly id: PersonKey
  readonly name: string
  /** What a dialer says later does not replace what the agent wrote. */
  readonly namedBy: 'dialer' | 'agent'
  /** E.164 where it is a number of a public plan, else as it was written. A number belongs to one person. */
  readonly numbers: readonly string[]
  /** Every way a dialer has written one of the numbers, by which their calls are found. */
  readonly written: readonly string[]
  /** Good to know on the next call, a few words each, such as `Prefers short answers`. */
  readonly remarks: readonly string[]
  /** People of the same name or a like number who the agent said are somebody else. */
  readonly apart?: readonly PersonKey[]
  /** Wall clock, ms since 1970. */
  readonly createdAt: number
  readonly updatedAt: number
}
