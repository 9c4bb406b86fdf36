import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** A process that is killed now and then, and always comes back with the same files. */
export class Mortal {
  readonly #script: string
  readonly #argument: string
  readonly #reborn: (child: ChildProcess) => void
  #child: ChildProcess | null = null
  #isOver = false
  deaths = 0

  /** `reborn` is told of each new process, before it has said anything. */
  constructor(script: string, argument: object, reborn: (child: ChildProcess) => void = () => undefined) {
    this.#script = script
    this.#argument = JSON.stringify(argument)
    this.#reborn = reborn
    this.#start()
  }

  kill(): void {
    this.#child?.kill('SIGKILL')
  }

  tell(message: object): void {
    if (this.#child?.connected) this.#child.send(message, () => undefined)
  }

  /** Ends it for good. */
  end(): void {
    this.#isOver = true
    this.kill()
  }

  #start(): void {
    const child = spawn(process.execPath, [this.#script, this.#argument], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    this.#child = child
    child.on('error', () => undefined)
    child.on('exit', async () => {
      this.deaths += 1
      await setTimeout(50)
      if (!this.#isOver) this.#start()
    })
    this.#reborn(child)
  }
}
