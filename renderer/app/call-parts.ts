import '../words/call-parts.ts'

export { practiceCallerSays } from '../../shared/practice/practice-caller.ts'
export { ConductSaid } from './conduct-said.tsx'
export { DeskPanel } from './desk-panel.tsx'
export { EndQuestion } from './end-question.tsx'
export { OthersOnDesk } from './others-on-desk.tsx'
export { WrapUp } from './wrap-up.tsx'
export { WrapUpBar } from './wrap-up-bar.tsx'
