import { Switch } from 'react-aria-components/Switch'

interface ToggleProps {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

export function Toggle({ label, isSelected, onChange }: ToggleProps) {
  return (
    <Switch
      isSelected={isSelected}
      onChange={onChange}
      className="group flex cursor-default items-center justify-between gap-3 rounded-small py-1 focus-visible:outline-2 focus-visible:outline-accent data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent"
    >
      <span>{label}</span>
      <span
        aria-hidden="true"
        className="flex h-5 w-9 flex-none items-center rounded-full border border-edge bg-sunken px-0.5 transition-colors duration-100 motion-reduce:transition-none group-data-selected:justify-end group-data-selected:border-accent group-data-selected:bg-accent"
      >
        <span className="size-3.5 rounded-full bg-faint group-data-selected:bg-on-accent forced-colors:bg-[ButtonText]" />
      </span>
    </Switch>
  )
}
