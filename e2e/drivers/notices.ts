import { expect } from '@playwright/test'
import type { ElectronApplication } from 'playwright'
import type { App } from '../app/app.ts'

interface Shown {
  readonly title: string
  readonly body: string
  emit(event: string, ...args: readonly unknown[]): void
}

type Shelf = typeof globalThis & { shownNotices?: Shown[] }

/** What the system shows beside every window; the desktop shell alone has it. */
export class Notices {
  readonly #electron: ElectronApplication

  private constructor(electron: ElectronApplication) {
    this.#electron = electron
  }

  /** From now on until the app is closed. */
  static async watchedOf(app: App): Promise<Notices> {
    if (!('electron' in app)) throw new Error('Only the desktop shell shows notices of the system')
    const electron = app.electron as ElectronApplication
    await electron.evaluate(({ Notification }) => {
      const shown: Shown[] = []
      ;(globalThis as Shelf).shownNotices = shown
      Notification.prototype.show = function show() {
        shown.push(this)
      }
    })
    return new Notices(electron)
  }

  async hide(): Promise<void> {
    await this.#electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  }

  /** All there were, in the order they came. */
  async are(...expected: readonly (readonly [title: string, body: RegExp])[]): Promise<void> {
    const matching = expected.map(([title, body]) => [title, expect.stringMatching(body)])
    await expect.poll(() => this.#shown()).toEqual(matching)
  }

  /** Picks a button of the last one. */
  async picks(button: string): Promise<void> {
    await this.#electron.evaluate((_, label) => {
      const notice = (globalThis as Shelf).shownNotices?.at(-1) as Shown & { actions: readonly { text: string }[] }
      const actionIndex = notice.actions.findIndex(({ text }) => text === label)
      notice.emit('action', { actionIndex }, actionIndex)
    }, button)
  }

  #shown(): Promise<(readonly [string, string])[]> {
    return this.#electron.evaluate(() =>
      ((globalThis as Shelf).shownNotices ?? []).map(({ title, body }) => [title, body] as const),
    )
  }
}
