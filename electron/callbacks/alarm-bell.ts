import type { Alarm } from '../../shared/callbacks/alarm.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { NoticeAction } from '../../shared/contract.ts'
import type { Notice, NoticeButton } from '../shell/shell.ts'
import type { Ring } from './ringer.ts'

export interface AlarmBellParts {
  notify(notice: Notice): void
  takeBack(about: string): void
  /** The window comes before the person, and leaves the keyboard where it is. */
  showQuietly(): void
  picked(callbackId: CallbackId, action: NoticeAction | 'open'): void
  /** How many calls are due or overdue. */
  waiting(count: number): void
}

export interface AlarmBell {
  rang(rings: readonly Ring[]): void
  changed(callbackId: CallbackId, alarm: Alarm | null): void
}

const together = 'callbacks'
const opening = { waiting: '', lead: 'Soon', due: 'Now', overdue: 'Overdue' } as const

/** Makes a promised call noticed in the system's own way: one notice a call, and one for several that ring at once. */
export function createAlarmBell({ notify, takeBack, showQuietly, picked, waiting }: AlarmBellParts): AlarmBell {
  const due = new Set<CallbackId>()

  function notifyOne({ alarm, callback: { id, name, number, said, reason, handOver } }: Ring): void {
    const button = (label: string, action: NoticeAction): NoticeButton => ({ label, picked: () => picked(id, action) })
    const hasDeputy = handOver !== null && alarm.handedOverAt === null
    notify({
      about: id,
      title: name || number,
      body: [`${opening[alarm.stage]}, ${said}`, reason].filter(Boolean).join(' · '),
      actions: [
        button('Call now', 'call'),
        button('Snooze 5 min', 'snooze'),
        ...(hasDeputy ? [button('Hand over', 'handOver')] : []),
      ],
      picked: () => picked(id, 'open'),
    })
  }

  function notifyTogether(rings: readonly Ring[], first: Ring): void {
    const wasAway = rings.every(({ alarm }) => alarm.whileAway)
    notify({
      about: together,
      title: wasAway
        ? `${rings.length} promised calls came due while Steadyline was closed`
        : `${rings.length} promised calls to make`,
      body: rings.map(({ callback: { name, number } }) => name || number).join(', '),
      picked: () => picked(first.callback.id, 'open'),
    })
  }

  return {
    rang(rings) {
      const [first] = rings
      if (!first) return
      if (rings.some(({ alarm: { stage } }) => stage === 'due' || stage === 'overdue')) showQuietly()
      if (rings.length === 1) notifyOne(first)
      else notifyTogether(rings, first)
    },
    changed(id, alarm) {
      if (alarm === null || alarm.snoozedUntil !== null) takeBack(id)
      if (alarm?.stage === 'due' || alarm?.stage === 'overdue') due.add(id)
      else due.delete(id)
      if (due.size === 0) takeBack(together)
      waiting(due.size)
    },
  }
}
