import type { Log } from '../../log.ts'
import type { Notice } from '../shell.ts'

/** What we use of Electron's `Notification`. */
export interface SystemNotice {
  on(event: 'click', listener: () => void): unknown
  on(event: 'action', listener: (details: { readonly actionIndex: number }) => void): unknown
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown
  show(): void
  close(): void
}

export interface NoticeWords {
  title: string
  body: string
  silent: boolean
  /** macOS and Windows show them as buttons; a Linux desktop shows none, and the notice still opens. */
  actions: { type: 'button'; text: string }[]
}

interface NoticesParts {
  /** Null where the system shows none. */
  make(words: NoticeWords): SystemNotice | null
  /** Brings the window before the person; resolves when it can be told something. */
  open(): Promise<void>
  /** The same for a window that need not be seen. */
  ready(): Promise<void>
  readonly log: Log
}

export interface Notices {
  show(notice: Notice): void
  takeBack(about: string): void
}

/** Notices of the system, one about each thing; held here, because Electron forgets a click on one that was collected. */
export function createNotices({ make, open, ready, log }: NoticesParts): Notices {
  const standing = new Map<string, SystemNotice>()

  function takeBack(about: string): void {
    standing.get(about)?.close()
    standing.delete(about)
  }

  return {
    takeBack,
    show({ about, title, body, actions = [], picked }) {
      takeBack(about)
      const notice = make({ title, body, silent: true, actions: actions.map(({ label }) => ({ type: 'button', text: label })) })
      if (notice === null) return
      standing.set(about, notice)
      notice.on('click', () => void open().then(picked))
      notice.on('action', ({ actionIndex }) => void ready().then(actions[actionIndex]?.picked))
      notice.on('failed', (_event, error) => log.warn('The system did not show a notice', { error }))
      notice.show()
    },
  }
}
