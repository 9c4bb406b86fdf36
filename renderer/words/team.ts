import { enTeam } from './en-team.ts'
import { pseudoLocale } from './pseudo-locale.ts'
import { words } from './words.ts'

/** The team's row at the edge imports this; rooms have it with their own. */
for (const [locale, translation] of [['en', enTeam] as const, ['en-XA', pseudoLocale(enTeam)] as const])
  words.addResourceBundle(locale, 'translation', translation, true)
