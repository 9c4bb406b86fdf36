import { phoneNumberText } from '../words/phone-numbers.ts'
import { useReadable } from './use-readable.ts'

interface PhoneNumberProps {
  readonly number: string
}

export function PhoneNumber({ number }: PhoneNumberProps) {
  const format = useReadable(phoneNumberText)
  return (
    <bdi dir="ltr" className="tabular-nums">
      {format(number)}
    </bdi>
  )
}
