import { Kbd } from './kbd.tsx'
import { Press } from './press.tsx'
import { useSteady } from './use-steady.ts'

const looks = {
  /** In a line of text, the key first. */
  inline: 'rounded-small flex items-center gap-1.5 py-1 text-small',
  /** In the bar at the bottom, the key below. */
  bar: '-outline-offset-2 flex min-w-14 flex-1 basis-0 flex-col items-center justify-between gap-1.5 px-0.5 pt-2.5 pb-3 text-center text-small leading-tight hover:bg-sunken data-pressed:bg-sunken',
} as const

export interface KeyButtonProps {
  readonly label: string
  /** As printed on the key cap. */
  readonly cap: string
  /** As `aria-keyshortcuts` names it, when that is not the cap. */
  readonly shortcut?: string
  readonly look: keyof typeof looks
  readonly strong?: boolean
  readonly tone?: 'plain' | 'accent' | 'warn' | 'danger'
  readonly onPress: () => void
}

const tones = { plain: 'text-muted', accent: 'text-accent', warn: 'text-warn', danger: 'text-danger' } as const

/** A verb with its key. Pressing it leaves the focus where it was, so that a mouse never takes the caret out of a note. */
export function KeyButton({ label, cap, shortcut = cap, look, strong = false, tone = 'plain', onPress }: KeyButtonProps) {
  'use memo'
  const weight = strong ? 'font-semibold' : ''
  const press = useSteady(onPress)
  const colour = strong && tone === 'plain' ? 'text-text' : tones[tone]
  return (
    <Press shortcut={shortcut} preventFocusOnPress onPress={press} className={`${looks[look]} ${colour} ${weight}`}>
      {look === 'inline' ? <Kbd keys={cap} /> : null}
      <span>{label}</span>
      {look === 'bar' ? <Kbd keys={cap} /> : null}
    </Press>
  )
}
