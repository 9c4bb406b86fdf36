import { expect, type Page } from '@playwright/test'
import type { App } from '../app/app.ts'

/** Who is asked to keep somebody else's promise, by keyboard alone. */
export class Deputy {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async isAskedToCall(who: string): Promise<void> {
    await this.#page.keyboard.press('o')
    await expect(this.#page.getByText(`Nobody has called ${who} yet.`)).toBeVisible()
    await expect(this.#page.getByRole('region', { name: 'A promised call' })).toContainText(/Overdue by 1[45]m/)
  }

  async takesItOn(): Promise<void> {
    await expect(this.#page.getByRole('button', { name: 'I’ll call' })).toBeVisible()
    await this.#page.keyboard.press('Enter')
    await expect(this.#page.getByText(/^Yours since /)).toBeVisible()
  }

  /** One of the reasons on the list, by its digit. */
  async declines(reason: string): Promise<void> {
    await this.#page.keyboard.press('b')
    const reasons = this.#page.getByRole('list', { name: 'Why not now?' }).getByRole('button')
    await expect(reasons.first()).toBeFocused()
    const index = (await reasons.allTextContents()).findIndex((text) => text.startsWith(reason))
    expect(index, `no reason ${reason}`).not.toBe(-1)
    await this.#page.keyboard.press(String(index + 1))
    await expect(this.#page.getByRole('button', { name: 'I’ll call' })).toBeHidden()
  }

  get #page(): Page {
    return this.#app.page
  }
}
