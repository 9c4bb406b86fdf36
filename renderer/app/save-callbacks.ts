import type { TFunction } from 'i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { AgendaStore } from '../callbacks/agenda-store.ts'
import { type Reading, standingText, whoText } from '../callbacks/agenda-words.ts'
import { dayAndMinute } from '../words/times.ts'
import { saveAsFile } from './save-as-file.ts'

/** One callback or all of them as a file; false when they could not be read. */
export async function saveCallbacks(
  agenda: AgendaStore,
  kind: 'ics' | 'csv',
  one: Callback | null,
  t: TFunction,
  reading: Reading,
): Promise<boolean> {
  const all = one ? null : await agenda.all()
  if (all && !all.ok) return false
  const callbacks = one ? [one] : (all?.value ?? [])
  const name = `callbacks-${dayAndMinute(Date.now())}`
  if (kind === 'csv') {
    const { csvOf } = await import('../callbacks/csv-callbacks.ts')
    const headings = Object.values(t('agenda.csv', { returnObjects: true }))
    const standing = (callback: Callback) => standingText(t, callback, reading)
    saveAsFile(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(callbacks, { headings, standing }))
    return true
  }
  const { icsOf } = await import('../callbacks/ics-export.ts')
  const text = await icsOf(callbacks, Date.now(), {
    summary: (callback) => t('agenda.icsSummary', { who: whoText(t, callback) }),
    description: ({ person, reason, promised, notes }) => [person.number, reason, promised, notes].filter(Boolean).join('\n'),
  })
  saveAsFile(`${name}.ics`, 'text/calendar;charset=utf-8', text)
  return true
}
