interface KeyTableProps {
  readonly title: string
  readonly rows: readonly (readonly [key: string, meaning: string])[]
}

export function KeyTable({ title, rows }: KeyTableProps) {
  return (
    <section>
      <h3 className="pb-1 text-small text-accent">{title}</h3>
      <dl className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-baseline gap-y-1.5">
        {rows.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-[4px] border border-b-2 border-line-strong bg-surface px-1.5 py-0.5 font-sans text-key font-semibold text-muted">
                {key}
              </kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
