import { describe, expect, it } from 'vitest'
import { linesFor } from './playbook.ts'

const playbook = { moments: { thanks: { title: 'Thanks', lines: ['Thank you.', 'Good of you to call.'] } } }
const step = { moment: 'thanks', lines: ['Anything else?', 'Thank you.'] }

describe('what the agent can say at a step', () => {
  it("starts with the caller's kind, then the step, then the moment, and repeats nothing", () => {
    expect(linesFor(playbook, step, { lines: { thanks: ['You were clear. Thank you.'] } })).toEqual([
      'You were clear. Thank you.',
      'Anything else?',
      'Thank you.',
      'Good of you to call.',
    ])
  })

  it('needs no kind, and no words of the kind for this moment', () => {
    const plain = ['Anything else?', 'Thank you.', 'Good of you to call.']

    expect([linesFor(playbook, step, null), linesFor(playbook, step, { lines: {} })]).toEqual([plain, plain])
  })

  it("is the step's own alone when it belongs to no moment", () => {
    expect(linesFor(playbook, { moment: null, lines: ['Breathe.'] }, { lines: { thanks: ['Thanks.'] } })).toEqual(['Breathe.'])
  })
})
