import type { Keys } from './keymap.ts'
import { type ReviewView, reviewViews } from './review-view.ts'

interface Place {
  readonly view: ReviewView
  readonly isReading: boolean
  /** A wrap-up has the digits for its endings. */
  readonly isFinishing: boolean
  readonly undo: (() => void) | undefined
  readonly onView: (view: ReviewView) => void
  readonly onDays: (days: number) => void
  readonly onToday: () => void
  readonly onSearch: () => void
  readonly onExport: (() => void) | undefined
  readonly close: () => void
  readonly onLeave: () => void
}

/** The keys of the room; looking through people brings its own for searching. */
export function reviewKeys({ view, isReading, isFinishing, undo, ...on }: Place): Keys {
  const views = reviewViews.map((name, index) => [String(index + 1), () => on.onView(name)] as const)
  const isToday = view === 'today'
  const search = view === 'people' || view === 'care' ? undefined : on.onSearch
  return {
    ...(isFinishing ? {} : Object.fromEntries(views)),
    j: () => walk(1),
    k: () => walk(-1),
    '/': search,
    'Shift+/': search,
    ArrowLeft: isToday ? () => on.onDays(-1) : undefined,
    ArrowRight: isToday ? () => on.onDays(1) : undefined,
    t: isToday ? on.onToday : undefined,
    x: on.onExport,
    z: undo,
    Escape: isReading ? on.close : on.onLeave,
  }
}

export const listArea = 'review-list'

/** To the next row of the list, or to its first one. */
function walk(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`[data-area="${listArea}"] li button`)]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = at === -1 ? rows[0] : rows[Math.min(Math.max(at + step, 0), rows.length - 1)]
  next?.focus()
}

/** Back to the row that was read, once the list is there again. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-area="${listArea}"] [data-call="${CSS.escape(id)}"]`)?.focus()
  })
}
