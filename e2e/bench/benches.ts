import { agenda } from './agenda.ts'
import { alarms } from './alarms.ts'
import { brief } from './brief.ts'
import { bundle } from './bundle.ts'
import { checklistStep } from './checklist-step.ts'
import { eventToPaint, ringToPaint } from './event-to-paint.ts'
import type { Bench } from './figures.ts'
import { heap } from './heap.ts'
import { hub } from './hub.ts'
import { noteSave } from './note-save.ts'
import { playbookLoad } from './playbook-load.ts'
import { playbookPreview } from './playbook-preview.ts'
import { presence } from './presence.ts'
import { restore } from './restore.ts'
import { search } from './search.ts'
import { start } from './start.ts'

export const benches: readonly Bench[] = [
  bundle,
  start,
  eventToPaint,
  ringToPaint,
  heap,
  checklistStep,
  playbookLoad,
  playbookPreview,
  brief,
  hub,
  presence,
  search,
  noteSave,
  restore,
  alarms,
  agenda,
]
