import type { Brief } from '../transfer/brief.ts'
import { briefPartLimit } from '../transfer/brief-parts.ts'
import type { Callback } from './callback.ts'

/** The few words of a deputy's brief that are nobody's notes, in the agent's language. */
export interface DeputyWords {
  readonly someone: string
  headline(who: string, time: string): string
  promised(words: string): string
  tries(count: number): string
  request(who: string): string
  readBack(who: string, about: string): string
}

/** Of a name in a brief. */
const longestName = 120

export type DeputizedCallback = Callback & { readonly deputy: NonNullable<Callback['deputy']> }

/**
 * What the deputy reads when nobody has called in time.
 *
 * `saidTime` is the promised time as both sides said it, with its place: `Fri 15:00 Tallinn`.
 */
export function deputyBrief(
  { deputy, person, promisedFor, kind, reason, topic, promised, notes, history }: DeputizedCallback,
  from: Brief['from'],
  saidTime: string,
  words: DeputyWords,
): Brief {
  const who = person.name || person.number || words.someone
  const tries = history.filter(({ type }) => type === 'noAnswer').length
  const { wall, zone, fold, at } = promisedFor
  return {
    id: deputy.briefId,
    from,
    to: { id: deputy.id, name: deputy.name },
    headline: part(words.headline(who, saidTime)),
    caller: { name: person.name.slice(0, longestName), number: person.number.slice(0, longestName), verified: 'unknown' },
    tone: '',
    situation: part(reason),
    background: part(notes),
    tried: part([promised && words.promised(promised), tries > 0 && words.tries(tries)].filter(Boolean).join(' ')),
    request: part(words.request(who)),
    avoid: '',
    readBack: topic || reason ? part(words.readBack(who, topic || reason)) : '',
    topic: topic.slice(0, longestName),
    callback: { wall, zone, fold, at, kind, reason: part(reason), promised: part(promised) },
  }
}

function part(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, briefPartLimit)
}
