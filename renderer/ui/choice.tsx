import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'

interface ChoiceProps<Value extends string> {
  readonly label: string
  /** Null while nothing is chosen. */
  readonly value: Value | null
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <RadioGroup value={value} onChange={choose} orientation="horizontal" className="flex flex-col gap-1">
      <Label className="text-small font-medium text-muted">{label}</Label>
      <div className="flex flex-wrap gap-0.5 rounded-card bg-sunken p-0.75">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="flex-1 cursor-default rounded-[7px] border border-transparent px-3 py-1.5 text-center text-note text-muted data-focus-visible:outline-2 data-focus-visible:outline-accent data-selected:border-edge data-selected:bg-surface data-selected:font-semibold data-selected:text-text"
          >
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
