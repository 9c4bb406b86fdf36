/** One part of a report; every text in it is plain and unescaped. */
export interface ReportSection {
  readonly heading: string
  readonly facts: readonly ReportFact[]
  readonly events: readonly ReportEvent[]
  /** In the agent's words, with their line breaks; empty where there are none. */
  readonly text: string
}

export interface ReportFact {
  readonly label: string
  readonly value: string
}

export interface ReportEvent {
  readonly at: string
  readonly what: string
  /** Word for word; empty when nothing was said. */
  readonly said: string
}
