import { expect, type Page } from '@playwright/test'
import type { App } from '../app/app.ts'

/** A file that was kept outside of Steadyline. */
export interface KeptFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** The agent at the page that cares for the data. */
export class CareDesk {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async opens(): Promise<void> {
    await expect(this.#page.getByRole('main')).toBeFocused()
    await this.#page.keyboard.press('r')
    await expect(this.#page.getByRole('heading', { name: 'Today' })).toBeVisible()
    await this.#page.keyboard.press('4')
    await expect(this.#page.getByRole('heading', { name: 'Care with data' })).toBeVisible()
  }

  async leaves(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Back to the desk' }).click()
  }

  async backsUp(passphrase: string): Promise<KeptFile> {
    const backup = this.#page.getByRole('region', { name: 'Backup' })
    await backup.getByLabel('Passphrase').fill(passphrase)
    await backup.getByLabel('The same again').fill(passphrase)
    const bytes = await savedBytes(this.#page, () => backup.getByLabel('The same again').press('Enter'))
    await expect(backup.getByText(/^Backup made/)).toBeVisible()
    return { name: 'kept.age', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
  }

  async erases(name: string): Promise<void> {
    const erasure = this.#page.getByRole('region', { name: 'Erase a person' })
    await erasure.getByLabel('Find a person').fill(name)
    await erasure.getByRole('button', { name }).click()
    await erasure.getByLabel(/^Type/).fill(name)
    await erasure.getByRole('button', { name: 'Erase for good' }).click()
    await expect(erasure.getByText('Second copy: written anew')).toBeVisible()
  }

  async opensBackup(file: KeptFile, passphrase: string): Promise<void> {
    await this.#restore.locator('input[type=file]').setInputFiles(file)
    await this.triesPassphrase(passphrase)
  }

  async triesPassphrase(passphrase: string): Promise<void> {
    await this.#restore.getByLabel('Passphrase').fill(passphrase)
    await this.#restore.getByLabel('Passphrase').press('Enter')
  }

  async picksExport(file: KeptFile): Promise<void> {
    await this.#import.locator('input[type=file]').setInputFiles(file)
  }

  async startsImport(records: number): Promise<void> {
    await this.#import.getByRole('button', { name: `Import ${records} records` }).click()
    await expect(this.#import.getByRole('progressbar', { name: 'Writing' })).toBeVisible()
  }

  async isToldOfImport(words: string): Promise<void> {
    await expect(this.#import.getByText(words)).toBeVisible({ timeout: 60_000 })
  }

  async choosesToReplace(): Promise<void> {
    await this.#restore.getByText('Replace everything').click()
  }

  async startsRestore(): Promise<void> {
    await this.#restore.getByRole('button', { name: 'Restore' }).click()
    await expect(this.#restore.getByRole('progressbar', { name: 'Restoring' })).toBeVisible()
  }

  async isTold(words: string | RegExp): Promise<void> {
    await expect(this.#restore.getByText(words)).toBeVisible()
  }

  async restoresWhatIsMissing(): Promise<void> {
    await this.#restore.getByRole('button', { name: 'Restore' }).click()
    await expect(this.#restore.getByText(/records? changed/)).toBeVisible()
  }

  get #import() {
    return this.#page.getByRole('region', { name: 'Import' })
  }

  get #restore() {
    return this.#page.getByRole('region', { name: 'Restore' })
  }

  get #page(): Page {
    return this.#app.page
  }
}

/** The bytes of the next file that the page hands over; they are taken from it before any shell sees them. */
async function savedBytes(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const bytes = await page.evaluateHandle(() => {
    const createObjectURL = URL.createObjectURL
    addEventListener('click', (event) => event.target instanceof HTMLAnchorElement && event.preventDefault(), true)
    const taken = new Promise<number[]>((resolve) => {
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = createObjectURL
        if (blob instanceof Blob) void blob.arrayBuffer().then((read) => resolve([...new Uint8Array(read)]))
        return createObjectURL(blob)
      }
    })
    return { taken }
  })
  await act()
  return bytes.evaluate(({ taken }) => taken)
}
