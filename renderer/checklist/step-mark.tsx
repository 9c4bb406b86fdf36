import type { RailItem } from './checklist.view.ts'

interface StepMarkProps {
  readonly mark: RailItem['mark']
}

const circles = {
  done: 'border-accent bg-accent text-on-accent',
  skipped: 'border-edge text-muted',
  now: 'border-accent border-[4px]',
  open: 'border-line-strong',
} as const

export function StepMark({ mark }: StepMarkProps) {
  return (
    <span
      aria-hidden="true"
      className={`grid size-3.75 flex-none place-items-center rounded-full border-[1.5px] ${circles[mark]}`}
    >
      {mark === 'done' ? <Stroke path="M2 5.2 4 7.2 8 2.8" /> : null}
      {mark === 'skipped' ? <Stroke path="M2.5 5h5" /> : null}
    </span>
  )
}

interface StrokeProps {
  readonly path: string
}

function Stroke({ path }: StrokeProps) {
  return (
    <svg viewBox="0 0 10 10" className="size-2.25 fill-none stroke-current stroke-[1.7]" aria-hidden="true">
      <path d={path} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
