import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { isWithin, type JournalPoint, journalPoint } from './harm.ts'

/** Behind every point of a journal. */
const nowhere: JournalPoint = { segment: '\uffff', bytes: 0 }
const firstWords = /^Note \d+: /
/** Milliseconds. */
const longestUntilSaved = 20_000

/** A text that the screen called saved. */
export interface Saved {
  readonly text: string
  /** Where the journal stood when it was. */
  readonly point: JournalPoint
}

/** Somebody who types notes and believes the screen: what it called saved is remembered. */
export class Typist {
  readonly #random: () => number
  readonly #dataDir: string
  /** By the first words of each note: what of it was called saved, shortest first. */
  readonly saved = new Map<string, readonly Saved[]>()
  acknowledged = 0
  #number = 0

  constructor(random: () => number, dataDir: string) {
    this.#random = random
    this.#dataDir = dataDir
  }

  /** Watches what this window calls saved. */
  async sitsDown(page: Page): Promise<void> {
    await page.exposeFunction('calledSaved', (text: string) => this.#believes(text))
    await page.evaluate(watchSavedMark)
  }

  /** Starts a call by hand and the first words of its note. */
  async beginsCall(page: Page): Promise<void> {
    this.#number += 1
    await page.getByRole('button', { name: 'Start a call by hand' }).first().click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.type(`Caller ${this.#number}`)
    await page.keyboard.press('Enter')
    await noteOf(page).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type(`Note ${this.#number}: `)
  }

  /** Goes on with the note of the call that is there, or begins it anew where nothing of it is left. */
  async goesOn(page: Page): Promise<void> {
    await noteOf(page).focus()
    await page.keyboard.press('Control+End')
    if (firstWords.test(await noteOf(page).inputValue())) return
    this.#number += 1
    await noteOf(page).fill(`Note ${this.#number}: `)
  }

  /** Types words with pauses of all lengths, for so many milliseconds or until the window is gone. */
  async types(page: Page, milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds
    try {
      while (performance.now() < end) {
        await page.keyboard.type(wordOf(this.#random))
        if (this.#random() < 0.25) await setTimeout(Math.min(250 + this.#random() * 250, Math.max(0, end - performance.now())))
      }
    } catch {
      // The window was killed meanwhile.
    }
  }

  /** Until the call is off the desk, where one that waited behind it may come up. */
  async wrapsUp(page: Page): Promise<void> {
    const endings = page.getByRole('radiogroup', { name: 'How did it end?' })
    const text = await noteOf(page).inputValue()
    await endings
      .or(page.getByRole('list', { name: 'Steps' }))
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    if (!(await endings.isVisible())) {
      await page.keyboard.press('w')
      await page.getByRole('button', { name: 'End the call' }).waitFor()
      await page.keyboard.press('Enter')
      await endings.waitFor()
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    const end = performance.now() + longestUntilSaved
    while (await page.evaluate((before) => document.querySelector('textarea')?.value === before, text)) {
      if (performance.now() > end) throw new Error(`The wrap-up was not saved: ${await page.locator('body').textContent()}`)
      await setTimeout(50)
    }
  }

  /** Types until the screen calls something of it saved. */
  async typesUntilSaved(page: Page): Promise<void> {
    const before = this.acknowledged
    const end = performance.now() + longestUntilSaved
    while (this.acknowledged === before) {
      if (performance.now() > end) throw new Error('Nothing was called saved')
      await page.keyboard.type(wordOf(this.#random))
      await setTimeout(300 + this.#random() * 200)
    }
  }

  /** Notes that were called saved, before the journal came to `end`, and are not there as they were or with more behind. */
  missesIn(stored: readonly string[], end?: JournalPoint): readonly string[] {
    return [...this.saved].flatMap(([name, all]) => {
      const last = all.findLast(({ point }) => end === undefined || isWithin(point, end))
      return last === undefined || stored.some((there) => there.startsWith(last.text)) ? [] : [name]
    })
  }

  /** Believes no more than what is there. */
  believesOnly(stored: readonly string[]): void {
    for (const [name, all] of this.saved)
      this.saved.set(
        name,
        all.filter(({ text }) => stored.some((there) => there.startsWith(text))),
      )
  }

  /** The journal was harmed: what was saved is in it again with the next that is called saved, which waits for all of it. */
  journalWasHarmed(): void {
    this.#pointsBecome(() => nowhere)
  }

  #pointsBecome(next: (point: JournalPoint) => JournalPoint): void {
    for (const [name, all] of this.saved)
      this.saved.set(
        name,
        all.map(({ text, point }) => ({ text, point: next(point) })),
      )
  }

  #believes(text: string): void {
    const name = firstWords.exec(text)?.[0]
    if (name === undefined) return
    const before = this.saved.get(name) ?? []
    if (text.length <= (before.at(-1)?.text.length ?? 0)) return
    const here = journalPoint(this.#dataDir)
    this.saved.set(name, [...before, { text, point: here }])
    this.#pointsBecome((point) => (point === nowhere ? here : point))
    this.acknowledged += 1
  }
}

export function noteOf(page: Page) {
  return page.getByRole('textbox', { name: 'Note' })
}

/** The texts of all notes, as the store of the window has them. */
export function storedNotes(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('steadyline')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const reading = database.transaction('notes').objectStore('notes').getAll()
          reading.onsuccess = () => {
            database.close()
            resolve(reading.result.map(({ text }: { readonly text: string }) => text))
          }
          reading.onerror = () => reject(reading.error)
        }
      }),
  )
}

/** Runs in the window: tells each text that stands there while the screen says that it is saved. */
function watchSavedMark(): void {
  const tell = (window as unknown as { calledSaved(text: string): void }).calledSaved
  const look = () => {
    const note = document.querySelector('textarea')
    const mark = note?.parentElement?.querySelector('footer')?.textContent ?? ''
    if (note && /Saved \d/.test(mark)) tell(note.value)
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  look()
}

function wordOf(random: () => number): string {
  const letters = Array.from({ length: 2 + Math.floor(random() * 7) }, () => String.fromCharCode(97 + Math.floor(random() * 26)))
  return `${letters.join('')} `
}
