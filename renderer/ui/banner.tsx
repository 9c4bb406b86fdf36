import type { ReactNode } from 'react'

const tones = {
  quiet: 'bg-accent-soft text-accent',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
} as const

interface BannerProps {
  readonly tone: keyof typeof tones
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** A fact at the edge of every screen; said to a screen reader when it appears. */
export function Banner({ tone, children, action }: BannerProps) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={`flex items-start justify-between gap-3 border-b border-line px-3.5 py-2 text-small font-medium ${tones[tone]}`}
    >
      <p>{children}</p>
      {action ? <div className="flex-none">{action}</div> : null}
    </div>
  )
}
