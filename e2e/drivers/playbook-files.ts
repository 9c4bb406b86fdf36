import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { PlaybookEntry } from '../../shared/playbook/playbook-entry.ts'
import type { App } from '../app/app.ts'
import { ask } from '../app/contract-from-page.ts'

/** A team lead with a text editor and the folder of playbooks. */
export class PlaybookFiles {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async writes(file: string, text: string): Promise<void> {
    const folder = path.join(this.#app.dataDir, 'playbooks')
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, file), text)
  }

  /** Waits until the companion knows this file and agrees with what is expected of it. */
  async isKnown(file: string, as: (entry: PlaybookEntry) => boolean = () => true): Promise<void> {
    await expect
      .poll(async () => {
        const { playbooks } = await ask(this.#app.page, 'companion.snapshot', null)
        return playbooks.some((entry) => entry.file === file && as(entry))
      })
      .toBe(true)
  }

  /** Writes it, waits for it, and has it used for the next call. */
  async putsToUse(id: string, text: string): Promise<void> {
    await this.writes(`${id}.yaml`, text)
    await this.isKnown(`${id}.yaml`)
    await ask(this.#app.page, 'settings.change', { playbook: id })
  }
}

/** As short as a playbook can be, with these steps. */
export function shortPlaybook(id: string, steps: readonly string[]): string {
  return [
    `id: ${id}`,
    `name: House ${id}`,
    'steps:',
    ...steps.map((title, index) => `  - { id: step-${index + 1}, title: ${title}, lines: [Words for ${title}.] }`),
    'kinds:',
    '  - { id: upset, name: Upset, fear: Being sent away., stance: Slow and warm. }',
    'dispositions:',
    '  - { id: resolved, label: Resolved }',
    '',
  ].join('\n')
}
