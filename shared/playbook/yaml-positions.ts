import { EVENT_ID, type Event, getScalarValue } from 'js-yaml'
import type { ProblemPath } from './playbook-problem.ts'

/** Where the value at a path starts, or its nearest parent that is there; walks the events again, beside the path. */
export function offsetOf(text: string, events: readonly Event[], path: ProblemPath): number {
  let at = 1
  let found = startOf(events[at]) ?? 0
  for (const part of path) {
    const child = childOf(text, events, at, part)
    if (child === null) break
    at = child
    found = startOf(events[at]) ?? found
  }
  return found
}

function childOf(text: string, events: readonly Event[], parent: number, part: string | number): number | null {
  const type = events[parent]?.type
  let at = parent + 1
  for (let index = 0; events[at] !== undefined && events[at]?.type !== EVENT_ID.POP; index += 1) {
    if (type === EVENT_ID.SEQUENCE) {
      if (index === part) return at
    } else {
      const key = events[at]
      if (key?.type === EVENT_ID.SCALAR && getScalarValue(text, key) === String(part)) return at + 1
      at = afterNode(events, at)
    }
    at = afterNode(events, at)
  }
  return null
}

function afterNode(events: readonly Event[], from: number): number {
  let depth = 0
  let at = from
  do {
    const type = events[at]?.type
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth += 1
    if (type === EVENT_ID.POP) depth -= 1
    at += 1
  } while (depth > 0 && at < events.length)
  return at
}

export function startOf(event: Event | undefined): number | null {
  if (event === undefined) return null
  if ('start' in event) return event.start
  if ('valueStart' in event) return event.valueStart === -1 ? null : event.valueStart
  return 'anchorStart' in event ? event.anchorStart : null
}
