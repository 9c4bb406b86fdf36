import type { Party } from '../call/call.ts'

/** The scripted caller of a practice call; the number is from the range kept for fiction. */
export const practiceCaller: Party = { name: 'Robin Vale', number: '+12025550142' }

const saidAtStep: Readonly<Record<string, string>> = {
  prepare: '(Music. Then somebody breathes in.)',
  open: 'Finally. I have been on hold for twenty minutes. My order is two weeks late.',
  listen: 'You said tomorrow. Twice. I stayed home both days and nobody came.',
  acknowledge: 'Nobody has said sorry until now. I just feel nobody is listening.',
  reflect: 'Yes. And the worst is that I had to call you, every single time.',
  clarify: 'I need to know when it will really come. It is a birthday present.',
  confirm: 'That is it. The day. Everything else can wait.',
  offer: 'A fixed day or my money back? The day, if it is true this time.',
  agree: 'Tuesday then. Fine. But I want it in writing.',
  close: 'All right. Thank you for taking this seriously.',
}

/** What the practice caller says while the agent stands at this step; null where they are silent. */
export function practiceCallerSays(step: string | null): string | null {
  return step === null ? 'Thanks. Bye now.' : (saidAtStep[step] ?? null)
}
