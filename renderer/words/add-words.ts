import { words } from './words.ts'

/** Words that come with the screens that say them, and not with the first window. */
export function addWords(translation: object): void {
  words.addResourceBundle('en', 'translation', translation, true)
}
