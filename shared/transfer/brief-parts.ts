/** Parts that count as words of the brief; the caller and the tone are facts beside it. */
export const writtenParts = ['headline', 'situation', 'background', 'tried', 'request', 'avoid', 'readBack'] as const
export type WrittenPart = (typeof writtenParts)[number]

/** Longest text of one part, in UTF-16 units: a far end that sends more is not sending a brief. */
export const briefPartLimit = 2000

/** Words a colleague has to read; numbers and order codes count as one. */
export function wordsIn(content: Readonly<Record<WrittenPart, string>>): number {
  return writtenParts.flatMap((part) => content[part].split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))).length
}
