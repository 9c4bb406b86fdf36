import { type Readable, writable } from '../../shared/readable.ts'

type PhoneNumberText = (number: string) => string

const text = writable<PhoneNumberText>((number) => number)

/** How a number is written for people: as it came until the numbering plans are loaded, and wherever they do not know it. */
export const phoneNumberText: Readable<PhoneNumberText> = text

export async function loadNumberingPlans(): Promise<void> {
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  text.set((number) => {
    const parsed = parsePhoneNumberFromString(number)
    return parsed?.isPossible() ? parsed.formatInternational() : number
  })
}
