import { addWords } from './add-words.ts'
import { enPromises } from './en-promises.ts'

/** Whatever says that something is promised imports this: it is a window's first minute, and the words of rooms are many. */
addWords(enPromises)
