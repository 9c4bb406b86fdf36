import type { Party } from '../call/call.ts'
import type { BriefContent } from './brief.ts'
import { briefPartLimit } from './brief-parts.ts'

/** What the call has shown so far, in the words of its playbook. */
export interface CallSoFar {
  readonly caller: Party
  readonly kind: { readonly name: string; readonly fear: string; readonly dont: readonly string[] } | null
  readonly triggers: readonly string[]
  /** Titles of the steps that were done. */
  readonly done: readonly string[]
  readonly granted: readonly string[]
  readonly agreed: string
  readonly note: string
  /** In a sentence; empty when the store does not say. */
  readonly standing: string
  /** Rungs of the boundary that were said. */
  readonly boundaries: readonly string[]
}

/** The few words of a brief that are nobody's notes, in the agent's language. */
export interface BriefWords {
  readonly someone: string
  headline(who: string): string
  fear(kind: string, fear: string): string
  triggers(list: string): string
  boundaries(list: string): string
  done(list: string): string
  granted(list: string): string
  readonly request: string
  readBack(request: string): string
}

/** A brief from the call as it stands: the agent corrects it, and never has to begin with an empty page. */
export function composeBrief(call: CallSoFar, words: BriefWords): BriefContent {
  const { caller, kind, triggers, done, granted, agreed, note, standing, boundaries } = call
  const { request } = words
  return {
    headline: words.headline(caller.name || words.someone),
    caller: { name: caller.name, number: caller.number, verified: 'unknown' },
    tone: part(kind ? [words.fear(kind.name, kind.fear)] : []),
    situation: part(note.split('\n')),
    background: part([
      standing,
      triggers.length > 0 ? words.triggers(triggers.join(', ')) : '',
      boundaries.length > 0 ? words.boundaries(boundaries.join(', ')) : '',
    ]),
    tried: part([
      done.length > 0 ? words.done(done.join(', ')) : '',
      granted.length > 0 ? words.granted(granted.join(', ')) : '',
      agreed,
    ]),
    request,
    avoid: part((kind?.dont ?? []).slice(0, 2)),
    readBack: words.readBack(asClause(request)),
    topic: '',
  }
}

/** Another request; what the colleague says back follows it, unless the agent has written that too. */
export function withRequest(brief: BriefContent, request: string, words: Pick<BriefWords, 'readBack'>): BriefContent {
  const follows = brief.readBack === words.readBack(asClause(brief.request))
  return { ...brief, request, readBack: follows ? words.readBack(asClause(request)) : brief.readBack }
}

/** Sentences one after the other, each with its end. */
function part(sentences: readonly string[]): string {
  return sentences
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ')
    .slice(0, briefPartLimit)
}

/** To go on inside another sentence. */
function asClause(sentence: string): string {
  const words = sentence.trim().replace(/[.!?…\s]+$/, '')
  return words.replace(/^(?:\p{Lu}(?=\p{Ll})|A(?= ))/u, (letter) => letter.toLowerCase())
}
