interface SayLineProps {
  readonly children: string
}

/** Words to say aloud, beside the one line of the step. */
export function SayLine({ children }: SayLineProps) {
  return (
    <p dir="auto" className="text-caller leading-snug font-medium text-pretty">
      {children}
    </p>
  )
}
