import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextField } from 'react-aria-components/TextField'

interface TextInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'tel' | 'password'
  readonly numeric?: boolean
  readonly description?: string
  readonly problem?: string | null
  readonly maxLength?: number
  readonly autoFocus?: boolean
}

export function TextInput({ label, type = 'text', numeric = false, description, problem = null, ...field }: TextInputProps) {
  return (
    <TextField {...field} type={type} isInvalid={problem !== null} className="flex min-w-0 flex-col gap-1">
      <Label className="text-small font-medium text-muted">{label}</Label>
      <Input
        autoComplete="off"
        spellCheck={false}
        inputMode={numeric ? 'numeric' : type === 'tel' ? 'tel' : 'text'}
        className="w-full rounded-lg border border-edge bg-surface px-3 py-2 invalid:border-danger"
      />
      {description && !problem ? (
        <Text slot="description" className="text-small text-muted">
          {description}
        </Text>
      ) : null}
      {problem ? (
        <Text slot="errorMessage" className="text-small text-danger">
          {problem}
        </Text>
      ) : null}
    </TextField>
  )
}
