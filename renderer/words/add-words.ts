import { pseudoLocale } from './pseudo-locale.ts'
import { words } from './words.ts'

/** Words that come with the screens that say them, and not with the first window. */
export function addWords(translation: Parameters<typeof pseudoLocale>[0]): void {
  words.addResourceBundle('en', 'translation', translation, true)
  words.addResourceBundle('en-XA', 'translation', pseudoLocale(translation), true)
}
