import { expect, type Locator, type Page } from '@playwright/test'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { App } from '../app/app.ts'
import { savedText } from './saved-text.ts'
import { storeCallbacks, storedCallbacks } from './stored-callbacks.ts'

/** The room of all promised calls, by keyboard alone. */
export class Agenda {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  /** As the disk has them, the earliest first. */
  async kept(): Promise<readonly Callback[]> {
    return this.#page.evaluate(storedCallbacks)
  }

  /** Puts them on the disk behind the window's back, and begins anew. */
  async has(callbacks: readonly Callback[]): Promise<void> {
    await this.#page.evaluate(storeCallbacks, callbacks)
    await this.#page.reload()
  }

  async opens(): Promise<void> {
    await expect(this.#page.getByRole('main')).toBeFocused()
    await this.#press('g')
    await expect(this.#page.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible()
  }

  async leaves(): Promise<void> {
    await this.#press('Escape')
    await expect(this.#search).toBeHidden()
  }

  /** Who stands in the list, the first first. */
  async lists(who: readonly string[]): Promise<void> {
    await expect(this.#rows.locator('bdi').first()).toBeVisible()
    await expect(this.#rows.locator('span:first-child > span:first-child > bdi')).toHaveText([...who])
  }

  /** The first ones of many. */
  async listsFirst(who: readonly string[]): Promise<void> {
    for (const [index, name] of who.entries()) await expect(this.#rows.nth(index).locator('bdi').first()).toHaveText(name)
  }

  /** By arrow keys. */
  async walks(from: string, keys: readonly ('ArrowDown' | 'ArrowUp')[], to: string): Promise<void> {
    await this.#rowOf(from).focus()
    for (const key of keys) await this.#press(key)
    await expect(this.#rowOf(to)).toBeFocused()
  }

  async listsNobody(): Promise<void> {
    await expect(this.#search).toBeVisible()
    await expect(this.#rows).toHaveCount(0)
  }

  async rowSays(who: string, text: string | RegExp): Promise<void> {
    await expect(this.#rowOf(who)).toContainText(text)
  }

  async filters(words: string): Promise<void> {
    await this.#press('/')
    await expect(this.#search).toBeFocused()
    await this.#page.keyboard.type(words)
    await this.#press('Enter')
  }

  async reads(who: string): Promise<void> {
    await this.#rowOf(who).focus()
    await this.#press('Enter')
    await expect(this.#page.getByRole('heading', { level: 1, name: who })).toBeVisible()
  }

  /** What became of the one that is read, oldest first. */
  async history(entries: readonly (string | RegExp)[]): Promise<void> {
    await expect(this.#page.getByRole('region', { name: 'What became of it' }).locator('li bdi')).toHaveText([...entries])
  }

  async says(text: string | RegExp): Promise<void> {
    await expect(this.#page.getByRole('main').getByText(text)).toBeVisible()
  }

  /** The one that is read, to one of the times that are offered. */
  async moves(label: string): Promise<void> {
    await this.#press('m')
    const offers = this.#page.getByRole('region', { name: 'Another time' }).getByRole('button')
    await expect(offers.first()).toBeFocused()
    const index = (await offers.allTextContents()).findIndex((text) => text.startsWith(label))
    expect(index, `no time ${label}`).not.toBe(-1)
    await this.#press(String(index + 1))
    await this.isDone(/: moved to /)
  }

  /** The one that is read. */
  async cancels(why: string): Promise<void> {
    await this.#press('x')
    await expect(this.#page.getByRole('textbox', { name: 'Why will nobody call?' })).toBeFocused()
    await this.#page.keyboard.type(why)
    await this.#press('Enter')
    await this.isDone(/: cancelled\.$/)
  }

  async isDone(sentence: RegExp): Promise<void> {
    await expect(this.#page.getByRole('status').getByText(sentence)).toBeVisible()
  }

  /** The calendar that is saved, however the shell hands files over. */
  async exportsCalendar(): Promise<string> {
    await this.#page.getByRole('button', { name: 'More', exact: true }).press('Enter')
    return savedText(this.#app, this.#page.getByRole('button', { name: 'Save as a calendar' }))
  }

  /** Chooses the file; what it would do is shown. */
  async looksAt(calendar: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'More', exact: true }).press('Enter')
    const chooser = this.#page.waitForEvent('filechooser')
    await this.#page.getByRole('button', { name: 'Import a calendar' }).press('Enter')
    await (await chooser).setFiles({ name: 'calendar.ics', mimeType: 'text/calendar', buffer: Buffer.from(calendar) })
  }

  async refuses(sentence: string): Promise<void> {
    await expect(this.#page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
    await this.#press('Escape')
    await expect(this.#search).toBeVisible()
  }

  async leavesOut(count: number): Promise<void> {
    const what = count === 1 ? '1 event is left out' : `${count} events are left out`
    await expect(this.#page.getByText(what)).toBeVisible()
  }

  async takes(count: number): Promise<void> {
    const what = count === 1 ? 'Take 1 callback' : `Take ${count.toLocaleString('en')} callbacks`
    await this.#page.getByRole('button', { name: what }).press('Enter')
    await expect(this.#page.getByRole('status').filter({ hasText: /^Took/ })).toBeVisible()
  }

  get #page(): Page {
    return this.#app.page
  }

  get #search(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Search callbacks' })
  }

  get #rows(): Locator {
    return this.#page.locator('[data-callback]')
  }

  #rowOf(who: string): Locator {
    return this.#rows.filter({ hasText: who }).first()
  }

  async #press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }
}
