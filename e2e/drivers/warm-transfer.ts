import { expect, type Locator, type Page } from '@playwright/test'
import type { TransferStage } from '../../shared/transfer/transfer-record.ts'
import type { App } from '../app/app.ts'
import { storedStages } from './stored-stages.ts'

/** What an agent does to hand a caller over, by keyboard alone. */
export class WarmTransfer {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async begins(): Promise<void> {
    await this.#press('t')
    await this.isAt('tell the caller')
  }

  /** Takes up one that was left for another way out: the caller has been told. */
  async isTakenUpAgain(): Promise<void> {
    await this.#press('t')
    await this.isAt('choose somebody')
  }

  /** The words of the track: `tell the caller`, `choose somebody`, `brief Mia Saar`, … */
  async isAt(stage: string): Promise<void> {
    await expect(this.#page.getByRole('heading', { level: 1, name: 'Warm transfer' })).toBeVisible()
    await expect(this.#page.getByRole('main').getByRole('status').locator('b')).toHaveText(stage)
  }

  /** On this disk, where a crash finds it. */
  async isKeptAt(stage: TransferStage): Promise<void> {
    await expect.poll(() => this.#page.evaluate(storedStages)).toContain(stage)
  }

  async tellsTheCaller(): Promise<void> {
    await this.isAt('tell the caller')
    await this.#press('Enter')
    await this.isAt('choose somebody')
  }

  async isOffered(who: string): Promise<void> {
    await expect(this.#page.getByRole('button', { name: `Send to ${who}` })).toBeVisible()
  }

  /** Sends to whom the screen suggests. */
  async sendsBriefTo(who: string): Promise<void> {
    await this.isOffered(who)
    await this.#press('Enter')
    await this.isAt('wait for an answer')
  }

  /** Somebody the hub knows nothing of. */
  async asksAloud(who: string): Promise<void> {
    await expect(this.#page.getByRole('button', { name: `Ask ${who} aloud` })).toBeVisible()
    await this.#press('Enter')
  }

  /** Beside the colleague's name. */
  async seesOf(who: string, state: string): Promise<void> {
    await expect(this.#people.filter({ hasText: who })).toContainText(state)
  }

  async briefs(who: string): Promise<void> {
    await this.isAt(`brief ${who}`)
    await this.#press('Enter')
    await this.isAt('introduce')
  }

  async introduces(): Promise<void> {
    await this.isAt('introduce')
    await this.#press('Enter')
    await this.isAt('wait for the yes')
  }

  async hearsConfirmation(): Promise<void> {
    await this.isAt('wait for the yes')
    await this.#press('Enter')
    await this.isAt('hand over')
  }

  async handsOver(): Promise<void> {
    await this.isAt('hand over')
    await this.#press('Enter')
  }

  async hasHandedOver(): Promise<void> {
    await this.isAt('handed over')
  }

  async calls(who: string): Promise<void> {
    await expect(this.#page.getByRole('button', { name: `Call ${who}` })).toBeVisible()
    await this.#press('d')
    await expect(this.#page.getByRole('button', { name: `End the call with ${who}` })).toBeVisible()
  }

  async isNoLongerCalling(who: string): Promise<void> {
    await expect(this.#page.getByRole('button', { name: `Call ${who}` })).toBeVisible()
  }

  async isTold(sentence: string | RegExp): Promise<void> {
    await expect(this.#page.getByRole('main').getByText(sentence)).toBeVisible()
  }

  async goesBackToTheCaller(): Promise<void> {
    await this.#press('Escape')
    await this.isAt('back to the caller')
  }

  /** From being back with the caller to the call itself. */
  async returnsToTheSteps(): Promise<void> {
    await this.isAt('back to the caller')
    await this.#press('Enter')
    await expect(this.#page.getByRole('heading', { level: 1, name: 'Warm transfer' })).toBeHidden()
  }

  /** Writes what the colleague is asked for into the brief. */
  async asksFor(request: string): Promise<void> {
    await this.#press('e')
    const field = this.#page.getByRole('textbox', { name: 'Asking you' })
    await field.fill(request)
    await this.#press('Escape')
    await expect(field).toBeHidden()
  }

  /** On the card under the people. */
  async seesBrief(text: string): Promise<void> {
    await expect(this.#page.getByRole('main').getByRole('article')).toContainText(text)
  }

  async promisesCallback(time: string): Promise<void> {
    await this.#press('c')
    await expect(this.#page.getByRole('textbox', { name: 'Agreed day and time' })).toBeFocused()
    await this.#page.keyboard.type(time)
    await this.#press('Enter')
    await expect(this.#page.getByRole('textbox', { name: 'Agreed day and time' })).toBeHidden()
  }

  get #page(): Page {
    return this.#app.page
  }

  get #people(): Locator {
    return this.#page.getByRole('radiogroup', { name: 'Who' }).locator('label')
  }

  async #press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
  }
}
