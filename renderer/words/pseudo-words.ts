import { pseudoLocale } from './pseudo-locale.ts'
import { words } from './words.ts'

dress()
words.store.on('added', (language: string) => {
  if (language === 'en') dress()
})

function dress(): void {
  words.addResourceBundle('en-XA', 'translation', pseudoLocale(words.getResourceBundle('en', 'translation')), true, true)
}
