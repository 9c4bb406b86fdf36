interface KbdProps {
  readonly keys: string
  readonly onAccent?: boolean
}

/** A key as printed on its cap; the button beside it tells a screen reader through `aria-keyshortcuts`. */
export function Kbd({ keys, onAccent = false }: KbdProps) {
  const colours = onAccent ? 'border-on-accent/50 text-on-accent' : 'border-line-strong bg-surface text-faint'
  return (
    <span
      aria-hidden="true"
      className={`inline-block min-w-5 flex-none whitespace-nowrap rounded-[4px] border border-b-2 px-1.25 py-0.5 text-center font-sans text-key leading-none font-semibold ${colours}`}
    >
      {keys}
    </span>
  )
}
