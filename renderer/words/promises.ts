import { enPromises } from './en-promises.ts'
import { pseudoLocale } from './pseudo-locale.ts'
import { words } from './words.ts'

/** Whatever says that something is promised imports this: it is a window's first minute, and the words of rooms are many. */
for (const [locale, translation] of [['en', enPromises] as const, ['en-XA', pseudoLocale(enPromises)] as const])
  words.addResourceBundle(locale, 'translation', translation, true)
