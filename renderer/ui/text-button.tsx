import { Button } from 'react-aria-components/Button'

interface TextButtonProps {
  readonly label: string
  readonly onPress: () => void
}

export function TextButton({ label, onPress }: TextButtonProps) {
  return (
    <Button onPress={onPress} className="rounded-small font-semibold underline underline-offset-2">
      {label}
    </Button>
  )
}
