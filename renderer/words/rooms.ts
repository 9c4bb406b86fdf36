import './promises.ts'
import './team.ts'
import { enRooms } from './en-rooms.ts'
import { pseudoLocale } from './pseudo-locale.ts'
import { words } from './words.ts'

/** Every lazily loaded screen imports this, so that its words come with it and not with the first window. */
for (const [locale, translation] of [['en', enRooms] as const, ['en-XA', pseudoLocale(enRooms)] as const])
  words.addResourceBundle(locale, 'translation', translation, true)
