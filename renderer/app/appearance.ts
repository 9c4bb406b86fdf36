import type { Readable } from '../../shared/readable.ts'
import { localeFor, speak, words } from '../words/words.ts'
import type { Mirror } from './steadyline.ts'

/**
 * Keeps the document's theme, language and direction as the settings have them.
 *
 * Touched only when they change: writing `lang` or `dir`, even with the same value, styles the whole document anew.
 */
export function keepAppearance(mirror: Readable<Mirror>): void {
  const root = document.documentElement
  let applied: Mirror['settings'] | undefined
  const apply = () => {
    const { settings } = mirror.get()
    if (settings === applied) return
    applied = settings
    const { theme, language } = settings
    const locale = localeFor(language)
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    root.lang = locale
    root.dir = words.dir(locale)
    void speak(locale)
  }
  mirror.subscribe(apply)
  apply()
}
