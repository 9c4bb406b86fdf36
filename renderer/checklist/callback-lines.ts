import { fillLine, type LineFacts } from '../../shared/playbook/placeholders.ts'
import { type Kind, linesFor, type Playbook } from '../../shared/playbook/playbook.ts'

/** Where a playbook keeps the words of a promised call. */
const moment = 'call-back'

/** What to say when a call is promised, with the time as far as it is typed. */
export function callbackLines(playbook: Playbook, kind: Kind | null, facts: LineFacts, time: string): readonly string[] {
  const lines = linesFor(playbook, { moment, lines: [] }, kind)
  return lines.map((line) => fillLine(line, { ...facts, time }, playbook.fallbacks))
}
