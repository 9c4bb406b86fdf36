import type { RailMark } from './checklist.view.ts'

interface StepMarkProps {
  readonly mark: RailMark
}

const circles = {
  done: 'border-accent bg-accent text-on-accent',
  skipped: 'border-edge text-muted',
  now: 'border-accent border-[4px]',
  open: 'border-line-strong',
} as const

const strokes = { done: 'M1.8 4.7 3.6 6.5 7.2 2.5', skipped: 'M2.25 4.5h4.5', now: null, open: null } as const

/** The stroke is neither scaled nor clipped: either would make the browser lay out its layers anew with every mark. */
export function StepMark({ mark }: StepMarkProps) {
  const stroke = strokes[mark]
  return (
    <span
      aria-hidden="true"
      className={`grid size-3.75 flex-none place-items-center rounded-full border-[1.5px] ${circles[mark]}`}
    >
      {stroke ? (
        <svg className="size-2.25 overflow-visible fill-none stroke-current stroke-[1.53]" aria-hidden="true">
          <path d={stroke} strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      ) : null}
    </span>
  )
}
