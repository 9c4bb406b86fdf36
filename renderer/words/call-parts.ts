import { addWords } from './add-words.ts'
import { enCallParts } from './en-call-parts.ts'

addWords(enCallParts)
