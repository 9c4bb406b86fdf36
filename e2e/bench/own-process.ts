import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface OwnProcess<Question, Answer> {
  ask(question: Question): Promise<Answer>
  signal(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

/** A module of this folder that exports `answer`, in a process that nothing else measured shares. */
export async function inOwnProcess<Question extends object, Answer>(file: string): Promise<OwnProcess<Question, Answer>> {
  const here = import.meta.dirname
  const child = fork(path.join(here, 'own-process.mjs'), [path.join(here, file)], { cwd: path.resolve(here, '../..') })
  await once(child, 'message')
  return {
    async ask(question) {
      const answered = once(child, 'message')
      child.send(question)
      const [answer] = (await answered) as [Answer]
      return answer
    },
    signal: (signal) => void child.kill(signal),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}
