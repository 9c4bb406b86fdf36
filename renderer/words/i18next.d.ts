import 'i18next'
import type { en } from './en.ts'
import type { enCallParts } from './en-call-parts.ts'
import type { enFailures } from './en-failures.ts'
import type { enPromises } from './en-promises.ts'
import type { enRooms } from './en-rooms.ts'
import type { enTeam } from './en-team.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: {
      translation: typeof en & typeof enCallParts & typeof enFailures & typeof enPromises & typeof enRooms & typeof enTeam
    }
  }
}
