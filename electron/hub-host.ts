import { join } from 'node:path'
import type { HostingFailure } from '../shared/transfer/team.ts'
import { fileLog } from './file-log.ts'
import { openHub } from './hub/hub.ts'
import { type HubCommand, hubCommand } from './hub/hub-command.ts'
import { admittedLines, hubUsage, runningLines, whyNot } from './hub/hub-words.ts'
import { type Members, openMembers } from './hub/members.ts'
import { configDir } from './shell/browser/data-dir.ts'
import { stopInTime } from './shell/stop-in-time.ts'

run().catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)))

async function run(): Promise<void> {
  const command = hubCommand(process.argv.slice(2), {
    configDir: configDir(process.env, process.platform),
    workingDir: process.env.INIT_CWD ?? process.cwd(),
  })
  if (!command.ok) return giveUp(`${command.failure}\n\n${hubUsage}`)
  if (command.value.task === 'help') return console.log(hubUsage)
  const members = await openMembers(command.value.dataDir)
  if (!members.ok) return giveUpOver(members.failure)
  await carryOut(command.value, members.value)
}

async function carryOut(command: HubCommand, members: Members): Promise<void> {
  switch (command.task) {
    case 'add': {
      const admitted = await members.admit(command.user)
      if (!admitted.ok) return giveUpOver(admitted.failure)
      return console.log(admittedLines(command.user, admitted.value.password))
    }
    case 'remove': {
      if (!members.list().includes(command.user)) return giveUp(`${command.user} is not a member.`)
      const expelled = await members.expel(command.user)
      return expelled.ok ? console.log(`${command.user} is shut out.`) : giveUpOver(expelled.failure)
    }
    case 'list':
      return console.log(members.list().join('\n') || 'Nobody is a member yet.')
    case 'run':
      return serve(command, members)
  }
}

async function serve(command: HubCommand & { readonly task: 'run' }, members: Members): Promise<void> {
  const log = fileLog(join(command.dataDir, 'hub'))
  const hub = await openHub({ ...command, members, log, troubled: giveUpOver })
  if (!hub.ok) return giveUpOver(hub.failure)
  console.log(runningLines(hub.value, command.listen === 'everywhere', members.list()))
  let stopping = false
  const stopOnce = () => {
    if (!stopping) void stopInTime(() => hub.value.close(), log).then(() => process.exit(0))
    stopping = true
  }
  process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce)
}

function giveUpOver(failure: HostingFailure): void {
  giveUp(`The hub does not run. ${whyNot(failure)}`)
}

function giveUp(why: string): void {
  console.error(why)
  process.exit(1)
}
