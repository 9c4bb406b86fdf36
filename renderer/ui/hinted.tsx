import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components/Button'

interface HintedProps {
  readonly hint: string
  readonly children: ReactNode
}

/** Something with more to say for who rests on it, by pointer or by key: the browser's own hint shows it, places it and takes it away. */
export function Hinted({ hint, children }: HintedProps) {
  const id = useId()
  return (
    <>
      <Button
        className="rounded-full [interest-delay:300ms_100ms]"
        render={(props) => <button {...props} {...{ interestfor: id }} aria-describedby={id} />}
      >
        {children}
      </Button>
      <span
        id={id}
        popover="hint"
        role="tooltip"
        className="inset-auto m-0 mt-1 max-w-72 rounded-small border border-line-strong bg-surface px-2.5 py-1.5 text-small text-text shadow-card [position-area:bottom_span-right] [position-try-fallbacks:flip-block,flip-inline]"
      >
        {hint}
      </span>
    </>
  )
}
