import { addWords } from './add-words.ts'
import { enFailures } from './en-failures.ts'

addWords(enFailures)
