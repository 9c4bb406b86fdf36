import { Button, type ButtonProps } from 'react-aria-components/Button'

export interface PressProps extends Omit<ButtonProps, 'render'> {
  /** As `aria-keyshortcuts` names the key, for a screen reader. */
  readonly shortcut?: string | undefined
}

/** A bare button that knows its key: React Aria's own passes no `aria-keyshortcuts` on. */
export function Press({ shortcut, ...button }: PressProps) {
  return <Button {...button} render={(props) => <button {...props} aria-keyshortcuts={shortcut} />} />
}
