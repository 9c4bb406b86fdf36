import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { en } from './en.ts'

/** Our words exist in English; a reader of another language gets the world's usual forms of date and time with them. */
const englishForEveryoneElse = 'en-GB'

export const words = createInstance()

void words.use(initReactI18next).init({
  lng: localeFor('system'),
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** The locale of words, dates and numbers under this setting. */
export function localeFor(language: Settings['language'], preferred: readonly string[] = navigator.languages): string {
  if (language === 'en-XA') return language
  return preferred.find((candidate) => /^en(-|$)/i.test(candidate)) ?? englishForEveryoneElse
}

let wanted = ''

/** The pseudo-locale is made when it is first wanted: nobody works in it. */
export async function speak(locale: string): Promise<void> {
  wanted = locale
  if (locale === 'en-XA') (await import('./pseudo-words.ts')).dressWords(words)
  if (wanted === locale && words.language !== locale) await words.changeLanguage(locale)
}
