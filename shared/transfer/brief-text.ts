import type { BriefContent } from './brief.ts'
import { type WrittenPart, writtenParts } from './brief-parts.ts'

export type BriefLabels = Readonly<Record<WrittenPart | 'caller' | 'tone', string>>

/** A brief as plain lines, for the clipboard. */
export function briefText(content: BriefContent, labels: BriefLabels): string {
  return briefRows(content, labels)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')
}

/** What a brief says, under its label and in the order it is read; what is empty is left out. */
export function briefRows(content: BriefContent, labels: BriefLabels): readonly (readonly [label: string, value: string])[] {
  const { headline, caller, tone } = content
  const rows = [
    [labels.headline, headline],
    [labels.caller, [caller.name, caller.number].filter(Boolean).join(', ')],
    [labels.tone, tone],
    ...writtenParts.slice(1).map((part) => [labels[part], content[part]] as const),
  ] as const
  return rows.filter(([, value]) => value !== '')
}
