import { verbKeys } from '../callbacks/agenda-verbs.tsx'
import type { Keys } from './keymap.ts'
import type { pageVerbs } from './page-verbs.ts'
import type { RoomView } from './room-view.ts'
import type { AgendaNews } from './use-agenda-verbs.ts'

interface Place {
  readonly view: RoomView
  /** Of the callback that is read, or that the focus was on last. */
  readonly verbs: ReturnType<typeof pageVerbs> | null
  readonly news: AgendaNews | null
  readonly hasPanel: boolean
  readonly isReading: boolean
  readonly show: (view: RoomView) => void
  readonly close: () => void
  readonly onLeave: () => void
}

/** The keys of the room: a panel, a form or a preview keeps all but its own to itself. */
export function roomKeys({ view, verbs, news, hasPanel, isReading, show, close, onLeave }: Place): Keys {
  if (hasPanel || view === 'files') return {}
  const toList = () => show('list')
  if (view === 'new' || typeof view === 'object') return { Escape: toList }
  const back = view === 'week' ? toList : onLeave
  const acts = Object.entries(verbKeys).map(([name, key]) => [key.toLowerCase(), verbs?.[name as keyof typeof verbKeys]] as const)
  return {
    ...Object.fromEntries(acts),
    Escape: isReading ? close : back,
    a: () => show('new'),
    w: () => show(view === 'week' ? 'list' : 'week'),
    z: news?.undo,
  }
}
