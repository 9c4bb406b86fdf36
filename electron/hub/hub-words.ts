import { assertNever } from '../../shared/assert-never.ts'
import type { HostingFailure } from '../../shared/transfer/team.ts'
import type { RunningHub } from './hub.ts'

export const hubUsage = `npm run hub                     runs the hub for this computer
npm run hub -- add NAME         makes a member, or a new password for one
npm run hub -- remove NAME      shuts a member out, at once
npm run hub -- list             says who is a member

  --listen everywhere           for the whole network, with --cert FILE and --key FILE
  --insecure                    for the whole network without a certificate
  --port NUMBER                 1883, or 8883 with a certificate
  --data FOLDER                 where members and waiting briefs are kept`

/** What a team lead reads in the terminal. */
export function whyNot(failure: HostingFailure): string {
  switch (failure.kind) {
    case 'hosting.portInUse':
      return `Port ${failure.port} is taken. Stop the program that uses it, or give another with --port.`
    case 'hosting.certificate':
      return `The certificate or its key cannot be used: ${failure.cause}.`
    case 'hosting.disk':
      return `Its folder cannot be used: ${failure.cause}. Is the disk full, or not yours to write?`
    case 'hosting.needsCertificate':
      return 'The network needs a certificate: give --cert and --key.'
    case 'hosting.failed':
      return `What went wrong: ${failure.cause}.`
    default:
      return assertNever(failure)
  }
}

export function runningLines({ urls, encrypted }: RunningHub, isForAll: boolean, members: readonly string[]): string {
  const reach = isForAll
    ? ['The hub runs. Colleagues type:', ...urls.map((url) => `  ${url}`)]
    : [`The hub runs at ${urls.join(', ')}, for this computer alone. For a team: docs/hub.md.`]
  const warning = isForAll && !encrypted ? ['Nothing is encrypted: whoever is on the network can read briefs and passwords.'] : []
  const team = members.length === 0 ? 'Nobody is a member yet: npm run hub -- add NAME' : `Members: ${members.join(', ')}`
  return [...reach, ...warning, team, 'Ctrl+C stops it.'].join('\n')
}

export function admittedLines(user: string, password: string): string {
  return [
    `${user} may join. In ${user}'s Steadyline, settings, Team:`,
    '  Hub       the address that the hub prints when it starts',
    `  User      ${user}`,
    `  Password  ${password}`,
    'The password cannot be shown again. A new one: the same command.',
  ].join('\n')
}
