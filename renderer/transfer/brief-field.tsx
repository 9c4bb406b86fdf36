import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { briefPartLimit } from '../../shared/transfer/brief-parts.ts'

interface BriefFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One part of a brief; it grows with what is written in it. */
export function BriefField({ label, value, onChange }: BriefFieldProps) {
  return (
    <TextField value={value} onChange={onChange} maxLength={briefPartLimit} className="flex flex-col gap-1">
      <Label className="text-small font-medium text-muted">{label}</Label>
      <TextArea
        rows={1}
        dir="auto"
        className="field-sizing-content min-h-9 w-full resize-none rounded-lg border border-edge bg-surface px-3 py-1.5"
      />
    </TextField>
  )
}
