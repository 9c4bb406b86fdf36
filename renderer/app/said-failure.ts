import '../words/failures.ts'

export { failureText } from './failure-text.ts'
