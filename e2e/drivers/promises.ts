import { expect, type Locator, type Page } from '@playwright/test'
import type { Settings } from '../../shared/settings/settings.ts'
import type { App } from '../app/app.ts'
import { ask } from '../app/contract-from-page.ts'

/** What an agent does to promise a call and to be reminded of it, by keyboard alone. */
export class Promises {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  /** A promise counts in whole minutes; and this story may be told at night. */
  async beginAtAFullMinute(changes: Partial<Settings['callbacks']> = {}): Promise<void> {
    const { settings } = await ask(this.#page, 'companion.snapshot', null)
    const callbacks = { ...settings.callbacks, callFrom: '00:00', callTo: '23:59', ...changes }
    await ask(this.#page, 'settings.change', { callbacks })
    await this.#app.letsPass(1 - ((Date.now() / 60_000) % 1))
  }

  /** In the call that is on the line. */
  async begins(): Promise<void> {
    await this.#press('c')
    await expect(this.#when).toBeFocused()
  }

  async writes(when: string): Promise<void> {
    await this.#when.fill('')
    await this.#page.keyboard.type(when)
  }

  /** The line that is said to the caller. */
  async readsBack(line: string | RegExp): Promise<void> {
    await expect(this.#form.getByText(line)).toBeVisible()
  }

  /** Beside the field: what was understood, or not. */
  async isTold(sentence: string | RegExp): Promise<void> {
    await expect(this.#form.getByText(sentence)).toBeVisible()
  }

  async cannotKeepIt(): Promise<void> {
    await expect(this.#form.getByRole('button', { name: 'Promise it', exact: true })).toBeDisabled()
  }

  async keepsIt(): Promise<void> {
    await expect(this.#form.getByRole('button', { name: 'Promise it', exact: true })).toBeEnabled()
    await this.#press('Enter')
    await expect(this.#when).toBeHidden()
  }

  /** With the form open: somebody of the team calls when the agent does not. */
  async choosesDeputy(name: string): Promise<void> {
    await this.#form.getByRole('button', { name: 'More', exact: true }).press('Enter')
    await this.#form.getByRole('radio', { name: 'Me, then a deputy' }).press('Space')
    await this.#form.getByRole('button', { name: /Deputy$/ }).press('Enter')
    await expect(this.#page.getByRole('listbox')).toBeVisible()
    await this.#page.getByRole('option', { name }).press('Enter')
    await this.#when.focus()
  }

  async promises(when: string): Promise<void> {
    await this.begins()
    await this.writes(when)
    await this.keepsIt()
  }

  /** At the edge of every screen. */
  async bar(text: string | RegExp): Promise<void> {
    await expect(this.#bar).toContainText(text)
  }

  async barIsQuiet(): Promise<void> {
    await expect(this.#bar.getByRole('button', { name: 'Call now' })).toBeHidden()
  }

  /** Nobody waits for a call. */
  async isForgotten(): Promise<void> {
    await expect(this.#bar).toBeHidden()
  }

  async callsNow(): Promise<void> {
    await expect(this.#bar.getByRole('button', { name: 'Call now' })).toBeVisible()
    await this.#press('q')
  }

  /** Quiet for five minutes. */
  async snoozes(): Promise<void> {
    await expect(this.#bar.getByRole('button', { name: 'Call now' })).toBeVisible()
    await this.#press('u')
    await this.barIsQuiet()
  }

  /** What the call on the line is about, in its place above the steps. */
  async isReminded(text: string | RegExp): Promise<void> {
    await expect(this.#page.getByRole('region', { name: 'A promised call' })).toContainText(text)
  }

  get #page(): Page {
    return this.#app.page
  }

  get #form(): Locator {
    return this.#page.getByRole('region').filter({ has: this.#when })
  }

  get #when(): Locator {
    return this.#page.getByRole('textbox', { name: 'Agreed day and time' })
  }

  get #bar(): Locator {
    return this.#page.getByRole('toolbar', { name: 'Promised calls' })
  }

  async #press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }
}
