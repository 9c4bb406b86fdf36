import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Settings } from '../../shared/settings/settings.ts'
import { en } from './en.ts'
import { pseudoLocale } from './pseudo-locale.ts'

/** Our words exist in English; a reader of another language gets the world's usual forms of date and time with them. */
const englishForEveryoneElse = 'en-GB'

export const words = createInstance()

void words.use(initReactI18next).init({
  lng: localeFor('system'),
  fallbackLng: 'en',
  resources: { en: { translation: en }, 'en-XA': { translation: pseudoLocale(en) } },
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** The locale of words, dates and numbers under this setting. */
export function localeFor(language: Settings['language'], preferred: readonly string[] = navigator.languages): string {
  if (language === 'en-XA') return language
  return preferred.find((candidate) => /^en(-|$)/i.test(candidate)) ?? englishForEveryoneElse
}
