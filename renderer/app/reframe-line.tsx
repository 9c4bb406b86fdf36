import type { Reframe } from '../../shared/playbook/playbook.ts'

interface ReframeLineProps {
  readonly reframe: Reframe
}

/** A thought for the breath before the next call. */
export function ReframeLine({ reframe: { title, line } }: ReframeLineProps) {
  return (
    <p dir="auto" className="text-note text-pretty text-muted">
      <strong className="font-semibold text-text">{title}.</strong> {line}
    </p>
  )
}
