import type { Page } from '@playwright/test'
import type { AppClock } from './app-clock.ts'

/** Steadyline as an agent runs it, in either shell. */
export interface App {
  readonly shell: 'browser' | 'desktop'
  readonly dataDir: string
  /** Where Chromium keeps what the window stores. */
  readonly storeDir: string
  /** The window the agent looks at; another object after each start. */
  readonly page: Page
  start(): Promise<void>
  /** Quits it the way the system would, waiting until it is gone. */
  stop(): Promise<void>
  /** SIGKILL for every process of it at once: nothing gets to say goodbye. */
  killHard(): Promise<void>
  /** For the companion and its windows at once, also while they are closed; only where the place has a clock. */
  letsPass(minutes: number): Promise<void>
}

/** An app of which a part can be killed, or all of it be made to stand still. */
export interface MortalApp extends App {
  /** SIGKILL for the process that keeps the second copy. */
  killCompanion(): Promise<void>
  /** SIGKILL for the window alone, where it lives apart from the companion. */
  killWindow?(): Promise<void>
  /** Nothing of it runs any further until it is killed. */
  standStill(): Promise<void>
}

export interface AppPlace {
  readonly dataDir: string
  readonly profileDir: string
  /** The same after each start, because a browser keeps notes by origin. */
  readonly port: number
  readonly clock?: AppClock
}
