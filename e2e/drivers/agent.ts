import type { App } from '../app/app.ts'

/** The agent at the window, by keyboard alone. */
export class Agent {
  readonly #app: App

  constructor(app: App) {
    this.#app = app
  }

  async reloads(): Promise<void> {
    await this.#app.page.reload()
  }
}
