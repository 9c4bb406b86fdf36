import type { ReactNode } from 'react'

interface ReviewSectionProps {
  readonly title: string
  readonly tone?: 'accent' | 'danger'
  readonly children: ReactNode
}

const tones = { accent: 'text-accent', danger: 'text-danger' } as const

export function ReviewSection({ title, tone = 'accent', children }: ReviewSectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 border-t border-line pt-3 text-note">
      <h2 className={`text-small font-semibold ${tones[tone]}`}>{title}</h2>
      {children}
    </section>
  )
}
