import { setTimeout } from 'node:timers/promises'
import type { MortalApp } from '../app/app.ts'
import { noteOf, storedNotes, Typist } from './typist.ts'

/** Runs of the app on one note before it is wrapped up and the next call begins. */
const runsPerNote = 6

/** A window with an agent at it, who types, is interrupted by force, and looks what is there. */
export class NoteDesk {
  readonly app: MortalApp
  readonly typist: Typist
  readonly random: () => number
  #runs = 0

  constructor(app: MortalApp, random: () => number) {
    this.app = app
    this.random = random
    this.typist = new Typist(random, app.dataDir)
  }

  /** Resolves with the texts of all notes, once the desk shows what it has. */
  async opens(): Promise<readonly string[]> {
    await this.app.start()
    const home = this.app.page.getByRole('heading', { name: /^(Steady, whoever calls|Ready for the next call)$/ })
    await noteOf(this.app.page).or(home).first().waitFor({ timeout: 20_000 })
    return storedNotes(this.app.page)
  }

  /** Goes on with the note that is there, or with the next. */
  async sitsDown(): Promise<void> {
    const { page } = this.app
    const isCallThere = await noteOf(page).isVisible()
    await this.typist.sitsDown(page)
    if (isCallThere && this.#runs < runsPerNote) await this.typist.goesOn(page)
    else {
      while (await noteOf(page).isVisible()) await this.typist.wrapsUp(page)
      await this.typist.beginsCall(page)
      this.#runs = 0
    }
    this.#runs += 1
  }

  /** Types, and the window, the companion or all of it is killed, 0.1 to 1.5 seconds after the first word. */
  async isKilledWhileTyping(): Promise<void> {
    const { app, random } = this
    const typing = this.typist.types(app.page, 4_000)
    await setTimeout(100 + random() * 1_400)
    const which = random()
    if (which < 0.3) {
      await app.killCompanion()
      await setTimeout(random() * 500)
    } else if (which < 0.6) await app.killWindow?.()
    await app.killHard()
    await typing
  }

  /** Types until something is called saved, and a little more; then all of it is killed. */
  async isKilledOnceSaved(): Promise<void> {
    const { app, random } = this
    await this.typist.typesUntilSaved(app.page)
    const typing = this.typist.types(app.page, 2_000)
    await setTimeout(random() * 600)
    await app.killHard()
    await typing
  }

  /** Whether the screen says that this start found the store gone or behind. */
  isToldOfReturn(): Promise<boolean> {
    return this.app.page
      .getByText(/brought back from the second copy/)
      .first()
      .isVisible()
  }

  /** Whether the screen says that the second copy is not whole. */
  async isToldOfDamage(): Promise<boolean> {
    const line = this.app.page.getByText(/damaged or missing/).first()
    return line.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    )
  }
}
