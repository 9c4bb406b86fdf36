import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from '../app/app.ts'

/** Who takes the call over, at their own Steadyline, by keyboard alone. */
export class Supervisor {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  /** At the edge of whatever they look at. */
  async seesBriefFrom(who: string): Promise<void> {
    await expect(this.#briefsAtTheEdge.filter({ hasText: `Brief from ${who}` })).toBeVisible()
  }

  /** Nobody waits for an answer. */
  async seesNoBriefThatAsks(): Promise<void> {
    await expect(this.#team).toBeVisible()
    await expect(this.#briefsAtTheEdge).toHaveCount(0)
  }

  async opensBrief(): Promise<void> {
    await this.#press('o')
    await expect(this.#accept).toBeVisible()
  }

  /** Also one that was taken back meanwhile. */
  async opensWhatWaits(): Promise<void> {
    await expect(this.#team.getByRole('button').filter({ hasText: /no longer asks|Brief from/ })).toBeVisible()
    await this.#press('o')
  }

  /** A part of the card that lies open. */
  async reads(text: string): Promise<void> {
    await expect(this.#page.getByRole('article')).toContainText(text)
  }

  async accepts(): Promise<void> {
    await expect(this.#accept).toBeVisible()
    await this.#press('Enter')
    await expect(this.#page.getByText(/^Accepted at /)).toBeVisible()
  }

  /** One of the reasons on the list, by its digit. */
  async declines(reason: string): Promise<void> {
    await this.#press('b')
    const reasons = this.#page.getByRole('list', { name: 'Why not now?' }).getByRole('button')
    await expect(reasons.first()).toBeFocused()
    const index = (await reasons.allTextContents()).findIndex((text) => text.startsWith(reason))
    expect(index, `no reason ${reason}`).not.toBe(-1)
    await this.#press(String(index + 1))
    await expect(this.#accept).toBeHidden()
  }

  async asksForTwoMinutes(): Promise<void> {
    await this.#press('2')
    await expect(this.#page.getByText(/^You said in 2 minutes/)).toBeVisible()
  }

  /** What the agent writes on after the acceptance. */
  async seesNote(text: string): Promise<void> {
    await expect(this.#page.getByRole('main').getByText(text, { exact: true })).toBeVisible()
  }

  async seesOutcome(outcome: string): Promise<void> {
    await expect(this.#page.getByText(`How it ended: ${outcome}`)).toBeVisible()
  }

  async seesItTakenBackBy(who: string): Promise<void> {
    await expect(this.#page.getByText(`${who} found another way. Nothing left to do.`)).toBeVisible()
  }

  /** Has done with the brief that lies open. */
  async putsItAway(): Promise<void> {
    await expect(this.#page.getByRole('button', { name: 'Put away' })).toBeVisible()
    await this.#press('Enter')
    await expect(this.#page.getByRole('article')).toBeHidden()
  }

  /** Every brief there ever was, newest first, by its first line; with nothing open and nothing waiting. */
  async hasHad(headlines: readonly string[]): Promise<void> {
    await this.seesNoBriefThatAsks()
    await this.#press('o')
    const all = this.#page.getByRole('list', { name: 'Briefs' }).getByRole('listitem')
    await expect(all.locator('bdi:first-of-type').filter({ hasText: /\.$/ })).toHaveText([...headlines])
    await expect(all).toHaveCount(headlines.length)
    await this.#press('Escape')
    await expect(all).toHaveCount(0)
  }

  /** Shown to the team. */
  async isShownAs(availability: 'Available' | 'Away' | 'On a call'): Promise<void> {
    await expect(this.#team.getByRole('button', { name: new RegExp(`^${availability}`) })).toBeVisible()
  }

  get #page(): Page {
    return this.#app.page
  }

  get #team(): Locator {
    return this.#page.getByRole('toolbar', { name: 'Team' })
  }

  get #briefsAtTheEdge(): Locator {
    return this.#team.getByRole('button').filter({ hasText: /Brief from|waits/ })
  }

  get #accept(): Locator {
    return this.#page.getByRole('button', { name: 'Accept', exact: true })
  }

  async #press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }
}
