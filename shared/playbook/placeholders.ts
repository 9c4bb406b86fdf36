import type { Fallbacks } from './playbook.ts'

/** Everything a line may ask for. */
export const placeholders = [
  'caller.firstName',
  'caller.name',
  'agent.firstName',
  'supervisor.name',
  'colleague.name',
  'colleague.firstName',
  'request',
  'situation',
  'topic',
  'time',
  'option',
] as const

export type Placeholder = (typeof placeholders)[number]

/** What is known of the call and the person; a fact that is absent or empty is unknown. */
export type LineFacts = { readonly [Name in Placeholder]?: string | null | undefined }

export type LineProblem =
  | { readonly code: 'line.unknownPlaceholder'; readonly placeholder: string }
  | { readonly code: 'line.needsBrackets'; readonly placeholder: Placeholder }
  | { readonly code: 'line.brackets' }
  | { readonly code: 'line.onlyOptional' }

/** Stand outside brackets in an English line when nothing is known. */
const englishFallbacks = {
  topic: 'this',
  time: 'the agreed time',
  option: 'that',
  supervisor: 'my supervisor',
  colleague: 'my colleague',
} satisfies Fallbacks

const longestFact = 60
/** Of a fact that is a sentence and not a name. */
const longestSentence = 160
const sentences: readonly Placeholder[] = ['request', 'situation']
const optionalPart = /\[([^[\]]*)\]/g
const placeholder = /\{([^{}]*)\}/g
const marks = /[{}[\]]/g

/**
 * A line as it is said now.
 *
 * `[, {caller.firstName}]` vanishes whole when a placeholder inside is unknown; outside brackets a fallback word takes the
 * place. Never fails: what cannot be understood leaves no trace in the sentence.
 */
export function fillLine(line: string, facts: LineFacts, fallbacks: Fallbacks = englishFallbacks): string {
  const said = line
    .replace(optionalPart, (_, part: string) => {
      const known = [...part.matchAll(placeholder)].every(([, name = '']) => factFor(name, facts) !== null)
      return known ? filled(part, (name) => factFor(name, facts)) : ''
    })
    .replace(placeholder, (_, name: string) => factFor(name, facts) ?? fallbackFor(name, fallbacks) ?? '')
  const tidy = tidied(said)
  return /^[[{]/.test(line) ? tidy.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : tidy
}

/** What keeps a line from being filled, or null. */
export function lineProblem(line: string): LineProblem | null {
  if (line.search(marks) === -1) return null
  const outside = line.replace(optionalPart, (_, part: string) => (part.includes('{') ? '' : '['))
  if (/[{}[\]]/.test(line.replace(optionalPart, '$1').replace(placeholder, '')) || /[[\]]/.test(outside))
    return { code: 'line.brackets' }
  for (const [, name = ''] of line.matchAll(placeholder)) {
    if (!isPlaceholder(name)) return { code: 'line.unknownPlaceholder', placeholder: name }
  }
  for (const [, name = ''] of outside.matchAll(placeholder)) {
    if (isPlaceholder(name) && fallbackFor(name, englishFallbacks) === null)
      return { code: 'line.needsBrackets', placeholder: name }
  }
  return /[\p{L}\p{N}]/u.test(outside) ? null : { code: 'line.onlyOptional' }
}

function filled(text: string, wordFor: (name: string) => string | null): string {
  return text.replace(placeholder, (_, name: string) => wordFor(name) ?? '')
}

/** Text from a phone or a person, without what would break a sentence; null when nothing sayable is left. */
function factFor(name: string, facts: LineFacts): string | null {
  if (!isPlaceholder(name)) return null
  const given = facts[name] ?? ''
  const longest = sentences.includes(name) ? longestSentence : longestFact
  if (given.length > 4 * longest) return null
  const words = tidied(given.replace(marks, ' '))
    .replace(/^[\s.,;:!?…]+/, '')
    .replace(/[\s.,;:!?…]+$/, '')
  return words.length > longest || !/[\p{L}\p{N}]/u.test(words) ? null : words
}

function fallbackFor(name: string, fallbacks: Fallbacks): string | null {
  if (name === 'supervisor.name') return fallbacks.supervisor ?? englishFallbacks.supervisor
  if (name === 'colleague.name' || name === 'colleague.firstName') return fallbacks.colleague ?? englishFallbacks.colleague
  if (name === 'topic' || name === 'time' || name === 'option') return fallbacks[name] ?? englishFallbacks[name]
  return null
}

function tidied(text: string): string {
  return text
    .replace(marks, '')
    .replace(/\s+/g, ' ')
    .replace(/ +(?=[,.;:!?])/g, '')
    .trim()
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name)
}
