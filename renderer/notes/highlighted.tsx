import { matchesIn } from './matches-in.ts'

interface HighlightedProps {
  readonly text: string
  readonly query: string
}

export function Highlighted({ text, query }: HighlightedProps) {
  return matchesIn(text, query).map(({ at, part, matches }) =>
    matches ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
  )
}
