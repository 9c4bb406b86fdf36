import type { LineProblem } from './placeholders.ts'

/** Something in a playbook's text that its author must or may want to mend; the words for it are the window's. */
export interface PlaybookProblem {
  /** Counted from 1; 1:1 when it concerns the file as a whole. */
  readonly line: number
  /** Counted from 1, in UTF-16 units. */
  readonly column: number
  readonly path: ProblemPath
  readonly code: ProblemCode
  readonly facts: ProblemFacts
}

export type ProblemPath = readonly (string | number)[]
export type ProblemFacts = Readonly<Record<string, string | number>>

/** A problem before anybody looked up where it stands. */
export interface PathProblem {
  readonly path: ProblemPath
  readonly code: ProblemCode
  readonly facts: ProblemFacts
}

export type ProblemCode =
  /** `facts.most`: bytes. */
  | 'text.tooBig'
  | 'text.utf16'
  | 'text.notUtf8'
  | 'text.nul'
  | 'text.empty'
  /** `facts.reason`: the parser's own English. */
  | 'yaml.syntax'
  /** Anchors that are pointed at: they can grow without bound and go in circles. */
  | 'yaml.alias'
  | 'yaml.tag'
  | 'yaml.key'
  | 'yaml.duplicateKey'
  | 'yaml.severalDocuments'
  | 'yaml.tooDeep'
  | 'field.unknown'
  | 'value.missing'
  /** `facts.expected`, `facts.found`: text, number, list, map, flag. */
  | 'value.type'
  | 'value.empty'
  | 'value.tooLong'
  | 'value.tooMany'
  | 'value.tooFew'
  | 'value.tooSmall'
  | 'value.tooLarge'
  /** `facts.allowed`. */
  | 'value.notOneOf'
  | 'value.notAnId'
  | 'value.notALanguage'
  | 'value.notACurrency'
  | 'text.html'
  | 'text.control'
  | LineProblem['code']
  | 'id.duplicate'
  /** `facts.other`: the file that has it, or the built-in playbook. */
  | 'id.taken'
  | 'moment.unknown'
  | 'step.noLines'
  | 'lines.tooMany'
  /** `facts.cause`: the system's code. */
  | 'file.notRead'
  | 'file.tooMany'
