/** Guidance as data, as its author wrote it: what to do, in which order, and the words to do it with. */
export interface PlaybookContent {
  readonly id: string
  readonly name: string
  /** BCP 47 tag of the words inside, for hyphenation and screen readers. */
  readonly language: string
  readonly steps: readonly Step[]
  /** By id; what a step, a kind of client and the phrase list share. */
  readonly moments: Readonly<Record<string, Moment>>
  readonly kinds: readonly Kind[]
  readonly triggers: readonly Trigger[]
  readonly options: readonly ResolutionOption[]
  readonly commonGround: readonly string[]
  /** How a complaint becomes a reason to stay. */
  readonly recovery: readonly string[]
  /** From the calm statement to the report, in order. */
  readonly ladder: readonly Rung[]
  readonly partingWays: PartingWays | null
  /** Null where the built-in words do; absent in versions older than it. */
  readonly transfer?: TransferScripts | null
  /** Thoughts for the breath before a call. */
  readonly before: readonly Reframe[]
  readonly dispositions: readonly Disposition[]
  /** Words for placeholders that are not known during a call, where the English ones do not fit. */
  readonly fallbacks: Fallbacks
}

export interface Playbook extends PlaybookContent {
  /** Twelve hex digits over the content, so that a call names the exact steps it was handled with. */
  readonly version: string
}

export interface Step {
  readonly id: string
  /** One to three words, for the rail. */
  readonly title: string
  /** Id of the moment whose lines continue this step's own. */
  readonly moment: string | null
  /** What to do beside saying it; may be empty. */
  readonly hint: string
  /** Ready to say aloud; the first is the one to reach for. */
  readonly lines: readonly string[]
}

export interface Moment {
  readonly title: string
  readonly lines: readonly string[]
}

/** A kind of client: what drives them, and how to meet it. */
export interface Kind {
  readonly id: string
  readonly name: string
  readonly fear: string
  readonly stance: string
  readonly do: readonly string[]
  readonly dont: readonly string[]
  /** By moment id. */
  readonly lines: Readonly<Record<string, readonly string[]>>
}

/** What set the caller off, whatever kind they are. */
export interface Trigger {
  readonly id: string
  readonly name: string
  /** How it sounds. */
  readonly signs: readonly string[]
  readonly lines: readonly string[]
}

export interface ResolutionOption {
  readonly id: string
  readonly name: string
  readonly line: string
  readonly grantedBy: 'agent' | 'supervisor'
  /** Up to here; above it the next in authority decides. */
  readonly limit: Money | null
}

export interface Money {
  readonly amount: number
  /** ISO 4217. */
  readonly currency: string
}

/** One step of the boundary ladder. */
export interface Rung {
  readonly id: string
  readonly name: string
  readonly say: string
  readonly hint: string
  /** What standing here means for the record; null where it is only words. */
  readonly action: 'warn' | 'end' | 'report' | null
}

export interface PartingWays {
  readonly when: string
  readonly approval: string
  readonly say: readonly string[]
  readonly record: string
}

/** What to say while a caller is handed to a colleague; the first line of each is the one to reach for. */
export interface TransferScripts {
  readonly tellCaller: readonly string[]
  /** To the colleague alone. */
  readonly privately: readonly string[]
  /** To both. */
  readonly introduce: readonly string[]
  readonly handOver: readonly string[]
  /** To the caller, when it came to nothing. */
  readonly comeBack: readonly string[]
}

export interface Reframe {
  readonly id: string
  readonly title: string
  readonly line: string
}

/** How a call came out, in the team's own words. */
export interface Disposition {
  readonly id: string
  readonly label: string
  /** How a note of such a call begins, line by line, where it may have placeholders; absent in versions older than it. */
  readonly note?: readonly string[]
}

export interface Fallbacks {
  readonly topic: string | null
  readonly time: string | null
  readonly option: string | null
  readonly supervisor: string | null
  readonly colleague?: string | null
}

/** What to say at a step: the kind's own words for its moment, then the step's, then the moment's, none twice. */
export function linesFor(
  playbook: Pick<PlaybookContent, 'moments'>,
  step: Pick<Step, 'moment' | 'lines'>,
  kind: Pick<Kind, 'lines'> | null,
): readonly string[] {
  const { moment } = step
  if (moment === null) return step.lines
  return [...new Set([...(kind?.lines[moment] ?? []), ...step.lines, ...(playbook.moments[moment]?.lines ?? [])])]
}
