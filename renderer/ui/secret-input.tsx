import { TextButton } from './text-button.tsx'
import { TextInput } from './text-input.tsx'

interface SecretInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** In words, that one is kept; null when none is. It can never be shown. */
  readonly kept: string | null
  readonly forgetLabel: string
  readonly onForget: () => void
}

export function SecretInput({ label, value, onChange, kept, forgetLabel, onForget }: SecretInputProps) {
  return (
    <div className="flex flex-col gap-1">
      <TextInput
        label={label}
        type="password"
        value={value}
        onChange={onChange}
        maxLength={2000}
        {...(kept === null ? {} : { description: kept })}
      />
      {kept === null ? null : (
        <p className="text-note">
          <TextButton label={forgetLabel} onPress={onForget} />
        </p>
      )}
    </div>
  )
}
