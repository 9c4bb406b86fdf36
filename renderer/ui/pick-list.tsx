import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select, SelectValue } from 'react-aria-components/Select'

interface PickListProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** One of many, in a list that opens. */
export function PickList({ label, value, options, onChange }: PickListProps) {
  return (
    <Select value={value} onChange={(chosen) => onChange(String(chosen))} className="flex min-w-0 flex-col gap-1">
      <Label className="text-small font-medium text-muted">{label}</Label>
      <Button className="flex items-center justify-between gap-2 rounded-lg border border-edge bg-surface px-3 py-2 text-start">
        <SelectValue className="min-w-0 truncate" />
        <span aria-hidden="true" className="flex-none text-faint">
          ▾
        </span>
      </Button>
      <Popover className="w-(--trigger-width) overflow-y-auto rounded-lg border border-edge bg-surface p-1 shadow-card">
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="cursor-default truncate rounded-small px-2 py-1.5 outline-none data-focused:bg-accent-soft data-selected:font-semibold"
            >
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
