import { failed, type Result, success } from '../../shared/result.ts'

/** A value found in the file: a record of a list, or a plain part of the head. */
export interface Found {
  /** The name it stands under. */
  readonly name: string
  readonly value: unknown
  readonly isListed: boolean
  readonly line: number
}

export type JsonTrouble = { readonly line: number }

type Place =
  | 'start'
  | 'beforeName'
  | 'name'
  | 'beforeColon'
  | 'beforeValue'
  | 'value'
  | 'beforeItem'
  | 'item'
  | 'afterItem'
  | 'afterValue'
  | 'end'

/** Longest single record, in UTF-16 units. */
const maxLength = 32 * 1024 * 1024

/**
 * Reads an object whose parts are plain values or lists of records, piece by piece: a file of any length takes the memory of
 * one record. What a value holds is left to `JSON.parse`.
 */
export class JsonRecords {
  #place: Place = 'start'
  #name = ''
  #text = ''
  #depth = 0
  #isInString = false
  #isEscaped = false
  #line = 1
  #startLine = 1
  #seen: Found[] = []

  /** What this piece completes. */
  take(piece: string): Result<readonly Found[], JsonTrouble> {
    this.#seen = []
    let from = 0
    for (let index = 0; index < piece.length; index += 1) {
      const sign = piece.charAt(index)
      if (this.#isInside()) {
        const ends = this.#within(sign)
        if (ends !== 'no') {
          this.#text += piece.slice(from, ends === 'with' ? index + 1 : index)
          if (!this.#complete()) return failed({ line: this.#startLine })
          if (ends === 'before' && !this.#between(sign)) return failed({ line: this.#line })
        }
      } else if (sign.trim() !== '' && sign !== '\uFEFF') {
        from = index
        if (!this.#between(sign)) return failed({ line: this.#line })
      }
      if (sign === '\n') this.#line += 1
    }
    if (this.#isInside()) this.#text += piece.slice(from)
    return this.#text.length > maxLength ? failed({ line: this.#startLine }) : success(this.#seen)
  }

  /** Null when the file was whole. */
  finish(): JsonTrouble | null {
    return this.#place === 'end' ? null : { line: this.#line }
  }

  #isInside(): boolean {
    return this.#place === 'name' || this.#place === 'value' || this.#place === 'item'
  }

  /** Whether the value ends with this sign, before it, or not here. */
  #within(sign: string): 'with' | 'before' | 'no' {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (sign === '\\') this.#isEscaped = true
      else if (sign === '"') {
        this.#isInString = false
        if (this.#depth === 0) return 'with'
      }
      return 'no'
    }
    if (sign === '"') this.#isInString = true
    else if (sign === '{' || sign === '[') this.#depth += 1
    else if (sign === '}' || sign === ']') {
      if (this.#depth === 0) return 'before'
      this.#depth -= 1
      if (this.#depth === 0) return 'with'
    } else if (this.#depth === 0 && (sign === ',' || sign.trim() === '')) return 'before'
    return 'no'
  }

  #begin(place: 'name' | 'value' | 'item', sign: string): true {
    this.#place = place
    this.#text = ''
    this.#startLine = this.#line
    this.#isInString = sign === '"'
    this.#isEscaped = false
    this.#depth = sign === '{' || sign === '[' ? 1 : 0
    return true
  }

  #complete(): boolean {
    const value = parsed(this.#text)
    this.#text = ''
    if (value === undefined) return false
    if (this.#place === 'name') {
      if (typeof value.json !== 'string') return false
      this.#name = value.json
      this.#place = 'beforeColon'
      return true
    }
    const isListed = this.#place === 'item'
    this.#seen.push({ name: this.#name, value: value.json, isListed, line: this.#startLine })
    this.#place = isListed ? 'afterItem' : 'afterValue'
    return true
  }

  /** False when the sign cannot stand here. */
  #between(sign: string): boolean {
    const to = (place: Place): true => {
      this.#place = place
      return true
    }
    switch (this.#place) {
      case 'start':
        return sign === '{' && to('beforeName')
      case 'beforeName':
        return sign === '}' ? to('end') : sign === '"' && this.#begin('name', sign)
      case 'beforeColon':
        return sign === ':' && to('beforeValue')
      case 'beforeValue':
        return sign === '[' ? to('beforeItem') : !',}]:'.includes(sign) && this.#begin('value', sign)
      case 'beforeItem':
        return sign === ']' ? to('afterValue') : !',}:'.includes(sign) && this.#begin('item', sign)
      case 'afterItem':
        return sign === ',' ? to('beforeItem') : sign === ']' && to('afterValue')
      case 'afterValue':
        return sign === ',' ? to('beforeName') : sign === '}' && to('end')
      default:
        return false
    }
  }
}

function parsed(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) }
  } catch {
    return undefined
  }
}
