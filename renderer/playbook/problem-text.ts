import type { TFunction } from 'i18next'
import type { PlaybookProblem } from '../../shared/playbook/playbook-problem.ts'
import { megabytesText } from '../words/sizes.ts'

/** Every fact a problem may have, as the catalogue's types ask for them. */
const noFacts = {
  allowed: '',
  cause: '',
  expected: '',
  field: '',
  found: '',
  id: '',
  key: '',
  least: '',
  moment: '',
  most: '',
  other: '',
  placeholder: '',
  reason: '',
} as const

/** What is wrong with a playbook's text, in its author's words. */
export function problemText(t: TFunction, locale: string, { code, facts }: Pick<PlaybookProblem, 'code' | 'facts'>): string {
  const size = typeof facts.most === 'number' ? megabytesText(facts.most, locale) : ''
  return t(`problem.${code}`, { ...noFacts, ...facts, size })
}
