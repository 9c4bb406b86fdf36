import type { Log } from '../../log.ts'
import type { Notice } from '../shell.ts'

/** What we use of Electron's `Notification`. */
export interface SystemNotice {
  on(event: 'click', listener: () => void): unknown
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown
  show(): void
  close(): void
}

interface NoticesParts {
  /** Null where the system shows none. */
  make(words: { title: string; body: string; silent: boolean }): SystemNotice | null
  /** Brings the window before the person. */
  open(): void
  readonly log: Log
}

export interface Notices {
  show(notice: Notice): void
  takeBack(about: string): void
}

/** Notices of the system, one about each thing; held here, because Electron forgets a click on one that was collected. */
export function createNotices({ make, open, log }: NoticesParts): Notices {
  const standing = new Map<string, SystemNotice>()

  function takeBack(about: string): void {
    standing.get(about)?.close()
    standing.delete(about)
  }

  return {
    takeBack,
    show({ about, title, body, picked }) {
      takeBack(about)
      const notice = make({ title, body, silent: true })
      if (notice === null) return
      standing.set(about, notice)
      notice.on('click', () => {
        open()
        picked()
      })
      notice.on('failed', (_event, error) => log.warn('The system did not show a notice', { error }))
      notice.show()
    },
  }
}
