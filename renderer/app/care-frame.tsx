import type { ReactNode } from 'react'

interface CareFrameProps {
  readonly title: string
  readonly why: string
  readonly children: ReactNode
}

/** One thing to do with the data, under its name and what it is for. */
export function CareFrame({ title, why, children }: CareFrameProps) {
  return (
    <section
      aria-label={title}
      tabIndex={-1}
      className="flex flex-col gap-3 border-t border-line pt-4 outline-none first:border-t-0 first:pt-0"
    >
      <header>
        <h2 className="font-semibold">{title}</h2>
        <p className="text-note text-muted">{why}</p>
      </header>
      {children}
    </section>
  )
}
