interface SayCardProps {
  readonly title: string
  readonly line: string
  readonly hint: string
}

/** The one thing to say or to wait for; it keeps room for a long line, so that the next stage moves nothing below it. */
export function SayCard({ title, line, hint }: SayCardProps) {
  return (
    <section className="flex min-h-38 flex-none flex-col rounded-card border border-line bg-surface px-3.5 py-3 shadow-card">
      <h2 className="text-small font-semibold text-accent">{title}</h2>
      <p dir="auto" className="mt-1.5 text-caller leading-snug font-medium text-pretty">
        {line}
      </p>
      <p dir="auto" className="mt-auto pt-2 text-small text-muted">
        {hint}
      </p>
    </section>
  )
}
