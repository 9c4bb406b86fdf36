import type { Callback } from '../../shared/callbacks/callback.ts'
import type { VerbName } from '../callbacks/agenda-verbs.tsx'
import type { AgendaDeeds } from './use-agenda-verbs.ts'

/** What lies over a callback that is read. */
export type PagePanel = 'move' | 'cancel' | 'missed' | 'edit' | 'person'

/** What each key and control does to this callback: some at once, some by a panel that asks first. */
export function pageVerbs(
  callback: Callback,
  deeds: AgendaDeeds,
  openPanel: (panel: PagePanel) => void,
  exportOne: () => void,
): Readonly<Record<VerbName, (() => void) | undefined>> {
  const deed = deeds.verbsOf(callback)
  const by = (verb: unknown, panel: PagePanel) => (verb ? () => openPanel(panel) : undefined)
  return {
    call: deed.call,
    snooze: deed.snooze,
    move: by(deed.move, 'move'),
    handOver: deed.handOver,
    markKept: deed.markKept,
    cancel: by(deed.cancel, 'cancel'),
    markMissed: by(deed.markMissed, 'missed'),
    reopen: deed.reopen,
    edit: by(deed.edit, 'edit'),
    history: () => openPanel('person'),
    exportOne,
  }
}
