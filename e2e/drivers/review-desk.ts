import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from '../app/app.ts'
import { savedText } from './saved-text.ts'

/** The agent looking back, by keyboard alone. */
export class ReviewDesk {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async opens(): Promise<void> {
    await expect(this.#page.getByRole('main')).toBeFocused()
    await this.#page.keyboard.press('r')
    await expect(this.#page.getByRole('heading', { name: 'Today' })).toBeVisible()
  }

  async seesDay(figures: string): Promise<void> {
    await expect(this.#page.getByRole('status').filter({ hasText: figures })).toBeVisible()
  }

  async seesCalls(count: number): Promise<void> {
    await expect(this.#page.getByRole('list', { name: 'Calls of the day' }).getByRole('listitem')).toHaveCount(count)
  }

  /** Opens the first row of the list with J and Enter. */
  async readsTheFirst(who: string): Promise<void> {
    await this.#page.keyboard.press('j')
    await this.#page.keyboard.press('Enter')
    await expect(this.#page.getByRole('heading', { level: 1, name: who })).toBeVisible()
  }

  async marksLearning(words: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Mark what you learnt' }).press('Enter')
    await expect(this.#page.getByRole('textbox', { name: 'In your own words' })).toBeFocused()
    await this.#page.keyboard.type(words)
    await this.#page.keyboard.press('Control+Enter')
    await expect(this.#page.getByText('Marked as a learning.')).toBeVisible()
  }

  async goesBack(): Promise<void> {
    await this.#page.keyboard.press('Escape')
  }

  async finds(query: string, who: readonly string[]): Promise<void> {
    await this.#page.keyboard.press('/')
    await expect(this.#page.getByRole('searchbox', { name: 'Search notes' })).toBeFocused()
    await this.#page.keyboard.type(query)
    await expect(this.#found.locator('bdi:first-of-type')).toHaveText([...who])
    await expect(this.#page.getByText(/newest first · \d+ ms/)).toBeVisible()
  }

  /** What the file that is made for a supervisor says. */
  async exports(what: 'page' | 'Markdown', calls: string): Promise<string> {
    await this.#page.getByRole('button', { name: 'For a supervisor' }).press('Enter')
    const dialog = this.#page.getByRole('dialog')
    await expect(dialog).toContainText(calls)
    const text = await savedText(
      this.#app,
      dialog.getByRole('button', { name: what === 'page' ? 'Save as a page' : 'Save as Markdown' }),
    )
    await this.#page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    return text
  }

  get #page(): Page {
    return this.#app.page
  }

  get #found(): Locator {
    return this.#page.getByRole('list', { name: 'Recent calls' }).getByRole('listitem')
  }
}
