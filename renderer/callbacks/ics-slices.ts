import { type GiveWay, givingWay } from '../storage/giving-way.ts'

/** UTF-16 units of one event, alarms and all. */
export const longestEvent = 64 * 1024
export const mostEvents = 5000

export interface IcsSlices {
  /** The text of each event, from its first line to its last. */
  readonly events: readonly string[]
  /** Longer than an event may be, or without an end. */
  readonly overlong: number
  /** The file has more events than are read. */
  readonly isCut: boolean
}

interface Watched {
  readonly progressed: (bytes: number) => void
  readonly signal: AbortSignal
  readonly giveWay?: GiveWay
}

const begin = 'BEGIN:VEVENT'
const end = 'END:VEVENT'
/** Read to tell whether there are more than are taken. */
const enough = mostEvents + 1
/** Characters looked at before a file without a calendar is given up. */
const foreword = 64 * 1024

/**
 * The events of a calendar of any size, taken from the stream as it comes, so that no more than one event and a piece of
 * the file are ever held; null for a file that is no calendar.
 */
export async function icsSlices(file: Blob, { progressed, signal, giveWay = givingWay() }: Watched): Promise<IcsSlices | null> {
  const reader = file.stream().getReader()
  const decoder = new TextDecoder()
  const events: string[] = []
  let bytes = 0
  let overlong = 0
  let text = ''
  let isCalendar = false
  let isSkipping = false

  while (events.length < enough) {
    const { done, value } = await reader.read()
    if (signal.aborted) break
    bytes += value?.length ?? 0
    text += done ? `${decoder.decode()}\n` : decoder.decode(value, { stream: true })
    isCalendar ||= /^\s*BEGIN:VCALENDAR\s*$/im.test(text)
    if (!isCalendar && (done || text.length > foreword)) {
      await reader.cancel()
      return null
    }
    await takeEvents()
    progressed(bytes)
    if (done) break
  }
  await reader.cancel()
  if (text.includes(begin) && !signal.aborted && events.length < enough) overlong += 1
  return { events: events.slice(0, mostEvents), overlong, isCut: events.length > mostEvents }

  /** Takes what is whole out of `text` and leaves the rest for the next piece. */
  async function takeEvents(): Promise<void> {
    for (let at = 0; !signal.aborted && events.length < enough; ) {
      await giveWay()
      const from = isSkipping ? at : lineAt(text, begin, at)
      if (from === -1) {
        text = text.slice(Math.max(at, text.length - begin.length - 1))
        return
      }
      const to = lineAt(text, end, from)
      const next = lineAt(text, begin, isSkipping ? from : from + begin.length)
      if (next !== -1 && (to === -1 || next < to)) {
        overlong += 1
        isSkipping = false
        at = next
        continue
      }
      if (to === -1) {
        isSkipping ||= text.length - from > longestEvent
        text = isSkipping ? text.slice(Math.max(from, text.length - begin.length - 2)) : text.slice(from)
        return
      }
      if (isSkipping || to - from > longestEvent) overlong += 1
      else events.push(text.slice(from, to + end.length))
      isSkipping = false
      at = to + end.length
    }
  }
}

/** Where a line that says just this begins. */
function lineAt(text: string, line: string, from: number): number {
  for (let at = text.indexOf(line, from); at !== -1; at = text.indexOf(line, at + 1)) {
    const before = text[at - 1]
    const after = text[at + line.length]
    if ((at === 0 || before === '\n' || before === '\r') && (after === '\n' || after === '\r')) return at
  }
  return -1
}
