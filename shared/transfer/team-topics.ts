import type { PersonId } from './colleague.ts'

/** First level of every topic: another version lives beside this one, not on top of it. */
const root = 'steadyline/1'

/** What a message in an inbox is; the last level names who wrote it, which the hub checks. */
export const inboxKinds = ['brief', 'receipt', 'withdrawal', 'followUp'] as const
export type InboxKind = (typeof inboxKinds)[number]

export type TeamTopic =
  | { readonly kind: 'presence'; readonly person: PersonId }
  | { readonly kind: InboxKind; readonly to: PersonId; readonly from: PersonId }

export function presenceTopic(person: PersonId): string {
  return `${root}/presence/${person}`
}

export function inboxTopic(to: PersonId, kind: InboxKind, from: PersonId): string {
  return `${root}/inbox/${to}/${kind}/${from}`
}

export const everyPresence = `${root}/presence/+`

export function ownInbox(person: PersonId): string {
  return `${root}/inbox/${person}/#`
}

/** Null for a topic that is not ours. */
export function parseTopic(topic: string): TeamTopic | null {
  const [name, version, area, person, kind, from, more] = topic.split('/')
  if (`${name}/${version}` !== root || !person) return null
  if (area === 'presence' && kind === undefined) return { kind: 'presence', person }
  const inboxKind = inboxKinds.find((known) => known === kind)
  return area === 'inbox' && inboxKind && from && more === undefined ? { kind: inboxKind, to: person, from } : null
}

/** A person writes in others' inboxes under their own name, and tells their own presence. */
export function mayPublish(person: PersonId, topic: string): boolean {
  const parsed = parseTopic(topic)
  if (parsed === null) return false
  return parsed.kind === 'presence' ? parsed.person === person : parsed.from === person
}

/** A person reads their own inbox and everybody's presence; no other pattern, however narrow. */
export function maySubscribe(person: PersonId, pattern: string): boolean {
  return pattern === everyPresence || pattern === ownInbox(person)
}
