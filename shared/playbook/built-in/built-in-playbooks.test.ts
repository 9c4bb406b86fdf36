import { syllable } from 'syllable'
import { describe, expect, it } from 'vitest'
import { playbookForKind } from '../../callbacks/playbook-for-kind.ts'
import { noteTemplate } from '../note-template.ts'
import { fillLine, type LineFacts } from '../placeholders.ts'
import type { PlaybookContent } from '../playbook.ts'
import { linesFor } from '../playbook.ts'
import { readPlaybook } from '../read-playbook.ts'
import { builtInTexts } from './built-in-playbooks.ts'

const playbooks = builtInTexts.map(playbookIn)
const mostWords = 25
const hardestGrade = 8

/** What nobody should have to say, or to hear, on a hard call. */
const bannedWords =
  /\b(?:as soon as possible|asap|calm down|relax|policy|procedure|escalate|ticket|leverage|going forward|reach out|touch base|at the end of the day|to be honest|honestly|unfortunately|valued customer|your call is important|inconvenience|sincerely|deeply sorry|so sorry|terribly|beg|you must|you need to|you have to|you should have|you failed|your fault|obviously|actually|like I said|as I said|no problem|but)\b/i

describe.each(playbooks.map((playbook) => [playbook.name, playbook] as const))('the words of "%s"', (_name, playbook) => {
  const spoken = spokenLines(playbook)

  it(`are lines of at most ${mostWords} words`, () => {
    expect(spoken.filter((line) => wordsOf(line).length > mostWords)).toEqual([])
  })

  it('are never said twice', () => {
    expect(spoken.filter((line, index) => spoken.indexOf(line) !== index)).toEqual([])
  })

  it('have no jargon, no blame, no grovelling and no "calm down"', () => {
    expect(spoken.filter((line) => bannedWords.test(line))).toEqual([])
  })

  it.each(passages(playbook))(`are read at school grade ${hardestGrade} or below in %s`, (_where, lines) => {
    expect(gradeOf(lines)).toBeLessThanOrEqual(hardestGrade)
  })

  it('are whole sentences, with everything known and with nothing known', () => {
    const broken = spoken.flatMap((line) => [fillLine(line, everything), fillLine(line, {})]).filter((said) => !isSentence(said))

    expect(broken).toEqual([])
  })

  it('have something for every kind of client at every moment, and six lines for each kind', () => {
    const gaps = playbook.kinds.flatMap((kind) => [
      ...Object.keys(playbook.moments).filter((moment) => (kind.lines[moment] ?? []).length === 0),
      ...(Object.values(kind.lines).flat().length < 6 ? [kind.id] : []),
    ])

    expect(gaps).toEqual([])
  })

  it('tell the agent how to stand in two sentences at most', () => {
    expect(playbook.kinds.filter(({ stance }) => sentencesIn(stance) > 2)).toEqual([])
  })

  it('leave no step without a line and a hint', () => {
    expect(playbook.steps.filter((step) => linesFor(playbook, step, null).length === 0 || step.hint === '')).toEqual([])
  })

  it('begin a note for every way a call can come out, in lines that fit beside a dialer', () => {
    const templates = playbook.dispositions.map((disposition) => noteTemplate(disposition, everything, playbook.fallbacks))
    expect(templates.filter((text) => text === '' || text.split('\n').some((line) => line.length > 60))).toEqual([])
  })

  it('leave no part of the format empty', () => {
    const { before, steps, kinds, triggers, options, commonGround, recovery, ladder, dispositions } = playbook
    const lists = { before, steps, kinds, triggers, options, commonGround, recovery, ladder, dispositions }
    const empty = Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [name] : []))

    expect({ empty, partingWays: playbook.partingWays !== null, transfer: typeof playbook.transfer }).toEqual({
      empty: [],
      partingWays: true,
      transfer: 'object',
    })
  })
})

describe('the usual playbook', () => {
  const [playbook] = playbooks

  it('takes at most ten steps, knows four kinds of client and three triggers, and warns twice before the end', () => {
    expect({
      steps: playbook?.steps.map(({ id }) => id),
      kinds: playbook?.kinds.map(({ id }) => id),
      triggers: playbook?.triggers.map(({ id }) => id),
      options: playbook?.options.map(({ id }) => id).sort(),
      ladder: playbook?.ladder.map(({ action }) => action),
    }).toEqual({
      steps: ['prepare', 'open', 'listen', 'acknowledge', 'reflect', 'clarify', 'confirm', 'offer', 'agree', 'close'],
      kinds: ['demanding', 'emotional', 'sceptical', 'fight-or-flight'],
      triggers: ['unheard', 'undervalued', 'disrespected'],
      options: ['alternative', 'credit', 'exception', 'goodwill', 'refund', 'replacement'],
      ladder: [null, 'warn', 'warn', 'end', 'report'],
    })
  })
})

describe('the playbooks of promised calls', () => {
  const [usual, ...others] = playbooks
  const handling = others.filter(({ id }) => Object.values(playbookForKind).includes(id))

  it('are there for every kind of callback', () => {
    expect(handling.map(({ id }) => id)).toEqual(['promised-call', 'follow-up'])
  })

  it('know the kinds of client that the first call knew, so that what the agent learned of somebody still helps', () => {
    const known = (playbook: PlaybookContent | undefined) => playbook?.kinds.map(({ id, name, fear }) => ({ id, name, fear }))
    for (const playbook of handling) expect(known(playbook)).toEqual(known(usual))
  })

  it('end with whether somebody was reached, and whether there is a new promise', () => {
    const ends = ['new-promise', 'no-answer', 'ended-by-us']
    for (const { dispositions } of handling) expect(dispositions.map(({ id }) => id)).toEqual(expect.arrayContaining(ends))
    expect(handling[0]?.dispositions.map(({ id }) => id)).toEqual(expect.arrayContaining(['promise-kept', 'reached']))
  })

  it('have the next exact time and the boundary at hand', () => {
    for (const { moments } of handling) expect(Object.keys(moments)).toEqual(expect.arrayContaining(['call-back', 'boundary']))
  })
})

describe('the lint of the words', () => {
  it.each([
    ['Please calm down.'],
    ['I am so sorry, and I beg you.'],
    ['We will call you as soon as possible.'],
    ['Unfortunately that is our policy.'],
  ])('finds what is wrong with "%s"', (line) => {
    expect(bannedWords.test(line)).toBe(true)
  })

  it('grades office language above a plain sentence', () => {
    const office = ['Notwithstanding contractual obligations, reimbursement eligibility necessitates additional documentation.']

    expect([gradeOf(office) > hardestGrade, gradeOf(['I can help you with that.']) < hardestGrade]).toEqual([true, true])
  })
})

const everything: Required<LineFacts> = {
  'caller.firstName': 'Ana',
  'caller.name': 'Ana Petrova',
  'agent.firstName': 'Sam',
  'supervisor.name': 'Jo Lind',
  'colleague.name': 'Jaan Tamm',
  'colleague.firstName': 'Jaan',
  request: 'A firm date, or a refund today.',
  situation: 'Her order is two weeks late.',
  topic: 'the late delivery',
  time: '3:30 this afternoon',
  option: 'a refund',
}

function playbookIn(text: string): PlaybookContent {
  const read = readPlaybook(text)
  const problems = read.ok ? read.value.warnings : read.failure
  if (!read.ok || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2))
  return read.value.playbook
}

function passages(playbook: PlaybookContent): readonly (readonly [where: string, lines: readonly string[]])[] {
  return [
    ...playbook.steps.map((step) => [`step ${step.id}`, linesFor(playbook, step, null)] as const),
    ...Object.entries(playbook.moments).map(([id, { lines }]) => [`moment ${id}`, lines] as const),
    ...playbook.kinds.map((kind) => [`kind ${kind.id}`, Object.values(kind.lines).flat()] as const),
    ...playbook.triggers.map((trigger) => [`trigger ${trigger.id}`, trigger.lines] as const),
    ['options', playbook.options.map(({ line }) => line)],
    ['common ground', playbook.commonGround],
    ['recovery', playbook.recovery],
    ['ladder', playbook.ladder.map(({ say }) => say)],
    ['parting ways', playbook.partingWays?.say ?? []],
    ...Object.entries(playbook.transfer ?? {}).map(([id, lines]) => [`transfer ${id}`, lines] as const),
    ['before a call', playbook.before.map(({ line }) => line)],
    ['hints', playbook.steps.map(({ hint }) => hint)],
  ]
}

function spokenLines(playbook: PlaybookContent): readonly string[] {
  return [
    ...playbook.steps.flatMap(({ lines }) => lines),
    ...Object.values(playbook.moments).flatMap(({ lines }) => lines),
    ...playbook.kinds.flatMap(({ lines }) => Object.values(lines).flat()),
    ...playbook.triggers.flatMap(({ lines }) => lines),
    ...playbook.options.map(({ line }) => line),
    ...playbook.commonGround,
    ...playbook.recovery,
    ...playbook.ladder.map(({ say }) => say),
    ...(playbook.partingWays?.say ?? []),
    ...Object.values(playbook.transfer ?? {}).flat(),
    ...playbook.before.map(({ line }) => line),
  ]
}

/** Flesch-Kincaid: US school grade. */
function gradeOf(lines: readonly string[]): number {
  const text = lines.map((line) => fillLine(line, everything)).join(' ')
  const words = wordsOf(text)
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0)
  return 0.39 * (words.length / sentencesIn(text)) + 11.8 * (syllables / words.length) - 15.59
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
}

function sentencesIn(text: string): number {
  return Math.max(1, text.match(/[.!?](?=\s|$)/g)?.length ?? 0)
}

function isSentence(said: string): boolean {
  return /^["\p{Lu}].*[.?!]$/u.test(said)
}
