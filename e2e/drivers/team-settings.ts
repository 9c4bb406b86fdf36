import { expect, type Locator, type Page } from '@playwright/test'
import type { App } from '../app/app.ts'
import type { Member } from './team.ts'

/** The team's page of the settings, by keyboard alone. */
export class TeamSettings {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async open(): Promise<void> {
    await expect(this.#page.getByRole('main')).toBeFocused()
    await this.#page.keyboard.press(',')
    await this.#page.getByRole('button', { name: 'Team, colleagues and hub' }).press('Enter')
    await expect(this.#dialog).toBeVisible()
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape')
    await expect(this.#dialog).toBeHidden()
  }

  /** Returns the address that the colleagues type. */
  async hostsTheHub(port: number): Promise<string> {
    await this.#hosting.getByRole('textbox', { name: 'Port' }).fill(String(port))
    await this.#hosting.getByRole('switch', { name: 'Run the hub' }).press('Space')
    const address = this.#hosting.getByRole('list', { name: 'Addresses of this hub' }).getByRole('listitem')
    await expect(address).toHaveCount(1)
    return (await address.textContent()) ?? ''
  }

  /** Returns the password, which is readable only now. */
  async letsIn({ id }: Member): Promise<string> {
    const members = this.#dialog.getByRole('region', { name: 'Who may come in' })
    await members.getByRole('textbox', { name: 'Name at the hub' }).fill(id)
    await this.#page.keyboard.press('Enter')
    await expect(members.getByText(`The password of ${id}, shown once.`)).toBeVisible()
    return (await members.getByRole('code').last().textContent()) ?? ''
  }

  async writes(url: string, { id, role }: Member, password: string): Promise<void> {
    await this.#joining.getByRole('textbox', { name: 'Address of the hub' }).fill(url)
    await this.#joining.getByRole('textbox', { name: 'Your name at the hub' }).fill(id)
    await this.#joining.getByLabel('Password').fill(password)
    const name = { agent: 'Agent', expert: 'Expert', manager: 'Manager' }[role]
    await this.#joining.getByRole('radio', { name }).press('Space')
    await expect(this.#joining.getByRole('radio', { name })).toBeChecked()
  }

  async tests(): Promise<void> {
    await this.#joining.getByRole('button', { name: 'Test', exact: true }).press('Enter')
  }

  async joins(): Promise<void> {
    await this.#joining.getByRole('button', { name: 'Join the team' }).press('Enter')
  }

  async says(sentence: string | RegExp): Promise<void> {
    await expect(this.#joining.getByRole('status')).toContainText(sentence)
  }

  get #page(): Page {
    return this.#app.page
  }

  get #dialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'Team' })
  }

  get #joining(): Locator {
    return this.#dialog.getByRole('region', { name: 'The team’s hub' })
  }

  get #hosting(): Locator {
    return this.#dialog.getByRole('region', { name: 'Host the hub here' })
  }
}
