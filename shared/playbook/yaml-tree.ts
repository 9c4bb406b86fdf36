import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml'
import { failed, type Result, success } from '../result.ts'
import type { ProblemCode, ProblemFacts, ProblemPath } from './playbook-problem.ts'
import { offsetOf, startOf } from './yaml-positions.ts'

/** The plain part of YAML: maps with text keys, lists, text and numbers. */
export type YamlValue = string | number | null | YamlList | YamlMap
export type YamlList = readonly YamlValue[]
export interface YamlMap {
  readonly [key: string]: YamlValue
}

export interface YamlTree {
  readonly value: YamlValue
  /** Where the value at a path starts; where a key is missing, its parent. */
  offsetOf(path: ProblemPath): number
}

export interface YamlTrouble {
  readonly offset: number
  readonly code: ProblemCode
  readonly facts: ProblemFacts
}

const deepest = 20
const numeric = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/
const loose = /[ \t\r\n]{2}|[\t\r\n]|^ | $/

/**
 * Reads one YAML document into plain values.
 *
 * No aliases, tags, merge keys or nesting beyond what a playbook needs, so that what comes out is never larger than what
 * went in. Runs of white space are one space; a key without a value counts as not given. Positions are only looked up
 * when somebody asks: a sound file never does.
 */
export function readYaml(text: string): Result<YamlTree, YamlTrouble> {
  try {
    const events = parseEvents(text, { maxDepth: deepest })
    const value = new TreeBuilder(text, events).document()
    return success({ value, offsetOf: (path) => offsetOf(text, events, path) })
  } catch (error) {
    if (error instanceof Trouble) return failed(error.trouble)
    if (!(error instanceof YAMLException)) throw error
    const offset = error.mark?.position ?? 0
    if (error.reason.startsWith('nesting exceeded')) return failed({ offset, code: 'yaml.tooDeep', facts: { most: deepest } })
    return failed({ offset, code: 'yaml.syntax', facts: { reason: error.reason } })
  }
}

class Trouble extends Error {
  readonly trouble: YamlTrouble

  constructor(offset: number, code: ProblemCode, facts: ProblemFacts = {}) {
    super(code)
    this.trouble = { offset, code, facts }
  }
}

class TreeBuilder {
  readonly #text: string
  readonly #events: readonly Event[]
  #at = 0

  constructor(text: string, events: readonly Event[]) {
    this.#text = text
    this.#events = events
  }

  document(): YamlValue {
    if (this.#events.length === 0) throw new Trouble(0, 'text.empty')
    this.#at = 1
    const value = this.#value()
    this.#at += 1
    const next = this.#events[this.#at + 1]
    if (next !== undefined) throw new Trouble(startOf(next) ?? 0, 'yaml.severalDocuments')
    return value
  }

  #value(): YamlValue {
    const event = this.#events[this.#at]
    this.#at += 1
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) throw new Trouble(0, 'text.empty')
    if (event.type === EVENT_ID.ALIAS) throw new Trouble(event.anchorStart - 1, 'yaml.alias')
    if (event.tagStart !== -1) throw new Trouble(event.tagStart, 'yaml.tag')
    if (event.type === EVENT_ID.SCALAR) return scalar(this.#text, event)
    return event.type === EVENT_ID.SEQUENCE ? this.#list() : this.#map()
  }

  #list(): YamlList {
    const list: YamlValue[] = []
    while (this.#isInside()) list.push(this.#value())
    this.#at += 1
    return list
  }

  #map(): YamlMap {
    const map: Record<string, YamlValue> = {}
    while (this.#isInside()) {
      const offset = this.#offset()
      const key = this.#value()
      if ((typeof key !== 'string' && typeof key !== 'number') || key === '__proto__') throw new Trouble(offset, 'yaml.key')
      if (Object.hasOwn(map, key)) throw new Trouble(offset, 'yaml.duplicateKey', { key })
      map[key] = this.#value()
    }
    this.#at += 1
    return withoutNulls(map)
  }

  #isInside(): boolean {
    const event = this.#events[this.#at]
    return event !== undefined && event.type !== EVENT_ID.POP
  }

  #offset(): number {
    const event = this.#events[this.#at]
    return (event && startOf(event)) ?? 0
  }
}

function scalar(text: string, event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): string | number | null {
  const value = event.valueStart === -1 ? '' : getScalarValue(text, event)
  if (event.style === SCALAR_STYLE.PLAIN) {
    if (value === '' || value === '~' || value === 'null') return null
    if (numeric.test(value)) return Number(value)
  }
  return loose.test(value) ? value.replace(/[ \t\r\n]+/g, ' ').trim() : value
}

function withoutNulls(map: Record<string, YamlValue>): YamlMap {
  for (const key in map) if (map[key] === null) delete map[key]
  return map
}
