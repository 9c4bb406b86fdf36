/**
 * A playbook of 500 steps and 5,000 phrases, as large as guidance may get.
 *
 * As in the built-in ones, a phrase has about 55 letters, and one in ten asks for a name.
 */
export function largePlaybook(id = 'large'): string {
  const steps = numbered(500, (step) => [
    `  - id: step-${step}`,
    `    title: Step ${step}`,
    '    moment: listening',
    `    hint: Stay with what they said at point ${step}.`,
    '    lines:',
    ...phrases(8, `about point ${step}`, '      '),
  ])
  const kinds = numbered(4, (kind) => [
    `  - id: kind-${kind}`,
    `    name: Kind ${kind}`,
    '    fear: That nobody listens.',
    '    stance: Slow and plain.',
    '    lines:',
    '      listening:',
    ...phrases(175, `to kind ${kind}`, '        '),
  ])
  return [
    `id: ${id}`,
    `name: Large ${id}`,
    'steps:',
    ...steps,
    'moments:',
    '  listening:',
    '    title: Listening',
    '    lines:',
    ...phrases(200, 'while listening', '      '),
    'kinds:',
    ...kinds,
    'ladder:',
    ...numbered(5, (rung) => [
      `  - id: rung-${rung}`,
      `    name: Rung ${rung}`,
      `    say: This is what I ask of you, now for time ${rung}.`,
      '    action: warn',
    ]),
    'commonGround:',
    ...phrases(50, 'on common ground', '  '),
    'recovery:',
    ...phrases(50, 'to mend it', '  '),
    'dispositions:',
    '  - { id: resolved, label: Resolved }',
    '',
  ].join('\n')
}

function phrases(count: number, about: string, indent: string): readonly string[] {
  return numbered(count, (phrase) => [
    `${indent}- Let me say point ${phrase} ${about}${phrase % 10 === 0 ? '[, {caller.firstName}]' : ''}, to be sure of it.`,
  ])
}

function numbered(count: number, write: (number: number) => readonly string[]): readonly string[] {
  return Array.from({ length: count }, (_, index) => write(index + 1)).flat()
}
