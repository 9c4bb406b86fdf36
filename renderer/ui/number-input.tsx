import { TextInput } from './text-input.tsx'

interface NumberInputProps {
  readonly label: string
  readonly text: string
  readonly onChange: (text: string) => void
  /** Said when `wholeNumber` finds none in the text. */
  readonly wrong: string
  readonly least: number
  readonly most: number
}

export function NumberInput({ label, text, onChange, wrong, least, most }: NumberInputProps) {
  const problem = wholeNumber(text, least, most) === null ? wrong : null
  return <TextInput label={label} value={text} onChange={onChange} numeric problem={problem} />
}

/** The whole number somebody typed; null when it is none, or out of bounds. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,9}$/.test(text.trim())) return null
  const number = Number(text)
  return number >= least && number <= most ? number : null
}
