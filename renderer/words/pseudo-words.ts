import type { i18n } from 'i18next'
import { pseudoLocale } from './pseudo-locale.ts'

let isDressing = false

/** From now on the pseudo-locale has every English word there is, and each that comes with a screen. */
export function dressWords(words: i18n): void {
  if (isDressing) return
  isDressing = true
  const dress = () =>
    words.addResourceBundle('en-XA', 'translation', pseudoLocale(words.getResourceBundle('en', 'translation')), true, true)
  dress()
  words.store.on('added', (language: string) => {
    if (language === 'en') dress()
  })
}
