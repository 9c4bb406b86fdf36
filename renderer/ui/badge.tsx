import type { ReactNode } from 'react'

const tones = { plain: 'bg-sunken text-muted', accent: 'bg-accent-soft text-accent', warn: 'bg-warn-soft text-warn' } as const

interface BadgeProps {
  readonly tone?: keyof typeof tones
  readonly children: ReactNode
}

export function Badge({ tone = 'plain', children }: BadgeProps) {
  return <span className={`inline-block rounded-full px-2 py-0.5 text-small font-medium ${tones[tone]}`}>{children}</span>
}
