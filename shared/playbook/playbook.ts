/** Guidance as data: what to do, in which order, and the words to do it with. */
export interface Playbook {
  readonly id: string
  /** Raised at every change, so that a call names the exact steps it was handled with. */
  readonly version: number
  readonly name: string
  readonly steps: readonly Step[]
  readonly dispositions: readonly Disposition[]
}

export interface Step {
  readonly id: string
  /** One to three words, for the rail. */
  readonly title: string
  /** Ready to say aloud, at most 25 words each; the first is the one to reach for. */
  readonly lines: readonly [string, ...string[]]
  /** What to do beside saying it. */
  readonly hint: string
}

/** How a call came out, in the team's own words. */
export interface Disposition {
  readonly id: string
  readonly label: string
}
