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
  greet: 'Oh. You really called, and on time.',
  'good-moment': 'Yes, go on. I have been waiting for it.',
  tell: 'So it left the warehouse this morning. That is something.',
  'not-yet': 'You do not know yet? At least you say so.',
  react: 'I can live with that, if it comes when you say.',
  settle: 'Fine. And you will put it in writing?',
  next: 'Good. I will pick up then.',
  farewell: 'Thank you. I did not think anybody would call.',
  'say-why': 'Oh, hello. No, I did not expect that.',
  ask: 'It came on Tuesday, as you said. The box was open, though.',
  mend: 'A new box would be nice. It is a present, after all.',
  turn: 'Really? Then it was worth the trouble.',
  promise: 'That works for me.',
  'give-thanks': 'Thank you for asking. Nobody ever does.',
}

/** What the practice caller says while the agent stands at this step; null where they are silent. */
export function practiceCallerSays(step: string | null): string | null {
  return step === null ? 'Thanks. Bye now.' : (saidAtStep[step] ?? null)
}
