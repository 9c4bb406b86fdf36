import { Kbd } from './kbd.tsx'
import { Press } from './press.tsx'

const looks = {
  main: 'border-accent bg-accent text-on-accent hover:opacity-90',
  plain: 'border-edge bg-surface text-text hover:bg-sunken',
  danger: 'border-danger bg-danger-soft text-danger hover:opacity-90',
} as const

export interface WideButtonProps {
  readonly label: string
  readonly cap?: string
  readonly shortcut?: string
  readonly look?: keyof typeof looks
  readonly type?: 'button' | 'submit'
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
  readonly onPress?: () => void
}

export function WideButton({ label, cap, shortcut = cap, look = 'plain', onPress, ...rest }: WideButtonProps) {
  return (
    <Press
      {...rest}
      shortcut={shortcut}
      {...(onPress ? { onPress } : {})}
      className={`flex min-h-10 items-center justify-center gap-2 rounded-lg border px-3 py-2 text-center font-semibold leading-tight disabled:opacity-50 ${looks[look]}`}
    >
      <span>{label}</span>
      {cap ? <Kbd keys={cap} onAccent={look === 'main'} /> : null}
    </Press>
  )
}
