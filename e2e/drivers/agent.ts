import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from '../app/app.ts'
import { textsOutsideTheWindow } from './texts-outside-the-window.ts'

/** The agent at the window, by keyboard alone. */
export class Agent {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async reloads(): Promise<void> {
    await this.#page.reload()
  }

  async seesCallFrom(who: string): Promise<void> {
    await expect(this.#page.getByText(who, { exact: true }).first()).toBeVisible()
  }

  /** Takes the ringing call that is shown, or the one that waits beside it. */
  async answers(): Promise<void> {
    await expect(this.#verb('Answer')).toBeVisible()
    await this.#press('a')
    await this.isOnTheLine()
  }

  async isOnTheLine(): Promise<void> {
    await expect(this.#page.locator('header').getByText('Live', { exact: true })).toBeVisible()
  }

  async isOnTheLineWith(who: string): Promise<void> {
    await expect(this.#caller).toHaveText(who)
    await this.isOnTheLine()
  }

  async seesHold(): Promise<void> {
    await expect(this.#page.locator('header').getByText('On hold', { exact: true })).toBeVisible()
  }

  async isAtStep(title: string): Promise<void> {
    await expect(this.#page.getByRole('list', { name: 'Steps' }).locator('[aria-current="step"]')).toHaveText(title)
  }

  async ticks(): Promise<void> {
    await this.#press('Enter')
  }

  async skips(): Promise<void> {
    await this.#press('s')
  }

  async undoes(): Promise<void> {
    await this.#press('z')
  }

  async asksForAnotherLine(): Promise<void> {
    const line = this.#page
      .locator('section')
      .filter({ has: this.#verb('Another line') })
      .locator('p:not([aria-hidden])')
    const before = await line.first().textContent()
    await this.#press('ArrowRight')
    await expect(line.first()).not.toHaveText(before ?? '')
  }

  /** Types, waits until it is on the disk, and goes back to the keys. */
  async notes(text: string): Promise<void> {
    await this.#press('n')
    await expect(this.#note).toBeFocused()
    await this.#page.keyboard.type(text)
    await expect(this.#page.getByText(/^Saved \d/)).toBeVisible()
    await this.#press('Escape')
    await expect(this.#note).not.toBeFocused()
  }

  async hasNoted(text: string): Promise<void> {
    await expect(this.#note).toHaveValue(text)
  }

  async seesWrapUp(): Promise<void> {
    await expect(this.#endings).toBeVisible()
  }

  async wrapsUp(ending: string): Promise<void> {
    await this.seesWrapUp()
    const labels = await this.#endings
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.textContent))
    const index = labels.findIndex((label) => label?.includes(ending))
    expect(labels[index], `no ending ${ending}`).toBeDefined()
    await this.#press('Escape')
    await this.#press(String(index + 1))
    await expect(this.#endings.getByRole('radio', { name: ending })).toBeChecked()
    await this.#press('Enter')
    await expect(this.#endings).toBeHidden()
  }

  async seesEmptyDesk(): Promise<void> {
    await expect(this.#page.getByRole('heading', { name: /^(Steady, whoever calls|Ready for the next call)$/ })).toBeVisible()
  }

  async seesNoteOf(who: string, text: string): Promise<void> {
    await expect(this.#pastCalls.filter({ hasText: who }).first()).toContainText(text)
  }

  async seesMissedCallFrom(who: string): Promise<void> {
    await expect(this.#pastCalls.filter({ hasText: who })).toContainText('Missed call')
  }

  /** Searches the notes and compares who is found, newest first. */
  async finds(query: string, who: readonly string[]): Promise<void> {
    await expect(this.#search).toBeVisible()
    await this.#press('/')
    await expect(this.#search).toBeFocused()
    await this.#page.keyboard.type(query)
    if (who.length === 0) await expect(this.#page.getByText(`No call matches “${query}”.`)).toBeVisible()
    else await expect(this.#pastCalls.locator('bdi:first-of-type')).toHaveText([...who])
    await this.#press('Escape')
    await expect(this.#search).toHaveValue('')
    await this.#press('Escape')
    await expect(this.#search).not.toBeFocused()
  }

  async seesThatDialerIsAway(): Promise<void> {
    await expect(this.#page.getByText('Last known state')).toBeVisible()
  }

  async startsCallByHand(name: string, number: string): Promise<void> {
    await this.seesEmptyDesk()
    await this.#press('m')
    await expect(this.#page.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await this.#page.keyboard.type(name)
    await this.#press('Tab')
    await this.#page.keyboard.type(number)
    await this.#press('Enter')
    await this.isOnTheLineWith(name)
  }

  async startsPractice(): Promise<void> {
    await this.seesEmptyDesk()
    await this.#press('t')
    await expect(this.#verb('Answer')).toBeVisible()
  }

  /** Holds or takes back; on a dialer that cannot be asked, the same key marks what the agent did there. */
  async pressesHold(): Promise<void> {
    await this.#press('h')
  }

  async endsCall(): Promise<void> {
    await this.#press('w')
    await expect(this.#page.getByRole('button', { name: /^(Hang up and wrap up|End the call)$/ })).toBeVisible()
    await this.#press('Enter')
    await this.seesWrapUp()
  }

  /** Every text stands inside the window, and nothing needs sideways scrolling. */
  async seesNothingCutOff(): Promise<void> {
    expect(await this.#page.evaluate(textsOutsideTheWindow)).toEqual([])
  }

  get #page(): Page {
    return this.#app.page
  }

  get #caller(): Locator {
    return this.#page.getByRole('heading', { level: 1 })
  }

  get #note(): Locator {
    return this.#page.getByRole('textbox', { name: 'Note' })
  }

  get #endings(): Locator {
    return this.#page.getByRole('radiogroup', { name: 'How did it end?' })
  }

  get #search(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Search notes' })
  }

  get #pastCalls(): Locator {
    return this.#page.getByRole('list', { name: 'Recent calls' }).getByRole('listitem')
  }

  #verb(label: string): Locator {
    return this.#page.getByRole('button', { name: label, exact: true })
  }

  async #press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }
}
