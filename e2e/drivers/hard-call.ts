import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from '../app/app.ts'
import { savedText } from './saved-text.ts'

/** What an agent does on a call that turns hard, by keyboard alone. */
export class HardCall {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async namesKind(name: string): Promise<void> {
    await this.#pressDigitOf(this.#kinds, name)
    await this.seesKind(name)
  }

  async seesKind(name: string): Promise<void> {
    await expect(this.#kinds.getByRole('radio', { name })).toBeChecked()
  }

  async opensBoundary(): Promise<void> {
    await this.#press('b')
    await expect(this.#boundary).toBeVisible()
  }

  async closesBoundary(): Promise<void> {
    await this.#press('Escape')
    await expect(this.#boundary).toBeHidden()
  }

  /** Says the rung that the open boundary shows. */
  async says(rung: string): Promise<void> {
    await expect(this.#boundary.getByRole('heading', { level: 3 })).toHaveText(rung)
    await this.#press('Enter')
    await this.hasSaid(rung)
  }

  /** Stands in the open boundary with the time it was said. */
  async hasSaid(rung: string): Promise<void> {
    await expect(this.#boundary.locator('label').filter({ hasText: new RegExp(`^${rung}`) })).toContainText(/said \d/)
  }

  /** The open boundary offers this rung next. */
  async isBefore(rung: string): Promise<void> {
    await expect(this.#boundary.getByRole('heading', { level: 3 })).toHaveText(rung)
  }

  /** The last rung but the report: said, then the question whether to hang up is answered. */
  async endsCall(rung: string): Promise<void> {
    await this.isBefore(rung)
    await this.#press('Enter')
    await expect(this.#app.page.getByRole('alertdialog')).toBeVisible()
    await this.#press('Enter')
  }

  async opensPastCall(who: string): Promise<void> {
    const call = this.#page.getByRole('list', { name: 'Recent calls' }).getByRole('button').filter({ hasText: who }).first()
    await call.focus()
    await this.#press('Enter')
    await expect(this.#page.getByRole('article')).toContainText(who)
  }

  async seesEvents(events: readonly string[]): Promise<void> {
    await expect(this.#page.locator('ol bdi')).toHaveText([...events])
  }

  /** The text of the report in this format, however the shell hands files over. */
  async exports(format: 'Save as Markdown' | 'Save a page to print'): Promise<string> {
    return savedText(this.#app, this.#page.getByRole('button', { name: format }))
  }

  get #page(): Page {
    return this.#app.page
  }

  get #kinds(): Locator {
    return this.#page.getByRole('radiogroup', { name: 'Kind of client' })
  }

  get #boundary(): Locator {
    return this.#page.getByRole('region', { name: 'Boundary' })
  }

  async #pressDigitOf(group: Locator, name: string): Promise<void> {
    const labels = await group
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent))
    const index = labels.findIndex((label) => label?.includes(name))
    expect(labels[index], `nothing called ${name}`).toBeDefined()
    await this.#press(String(index + 1))
  }

  async #press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }
}
