import { Link } from 'react-aria-components/Link'
import { telUri } from '../../shared/dialers/tel-uri.ts'
import { PhoneNumber } from './phone-number.tsx'

interface TelLinkProps {
  readonly number: string
}

/** A number that the browser hands to the phone it knows; plain text when nothing could dial it. */
export function TelLink({ number }: TelLinkProps) {
  const uri = telUri(number)
  if (uri === null) return <bdi>{number}</bdi>
  return (
    <Link href={uri} className="rounded-small font-semibold underline underline-offset-2">
      <PhoneNumber number={number} />
    </Link>
  )
}
