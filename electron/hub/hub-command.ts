import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { failed, type Result, success } from '../../shared/result.ts'
import { type PersonId, personId } from '../../shared/transfer/colleague.ts'
import type { CertificateFiles } from './certificate.ts'

/** What was asked for on the command line. */
export type HubCommand = { readonly dataDir: string } & (
  | { readonly task: 'help' | 'list' }
  | { readonly task: 'add' | 'remove'; readonly user: PersonId }
  | {
      readonly task: 'run'
      readonly port: number
      readonly listen: 'loopback' | 'everywhere'
      readonly certificate: CertificateFiles | null
    }
)

export interface Surroundings {
  /** Where the system keeps the settings of programs. */
  readonly configDir: string
  /** Relative paths start here. */
  readonly workingDir: string
}

const options = {
  port: { type: 'string' },
  listen: { type: 'string', default: 'loopback' },
  cert: { type: 'string' },
  key: { type: 'string' },
  data: { type: 'string' },
  insecure: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const

const port = z.coerce.number().int().min(0).max(65535)

/** The failure is a sentence for whoever typed it. */
export function hubCommand(args: readonly string[], { configDir, workingDir }: Surroundings): Result<HubCommand, string> {
  const parsed = parsedArgs(args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [task = 'run', user, more] = positionals
  const dataDir = values.data === undefined ? join(configDir, 'steadyline') : resolve(workingDir, values.data)

  if (values.help) return success({ task: 'help', dataDir })
  if (more !== undefined) return failed(`One name at a time: ${more} was too much.`)
  if (task === 'list' && user === undefined) return success({ task, dataDir })
  if (task === 'add' || task === 'remove') {
    const name = personId.safeParse(user)
    if (!name.success) return failed('A name is made of small letters, digits, dots and dashes, such as ana.lopez.')
    return success({ task, user: name.data, dataDir })
  }
  if (task !== 'run' || user !== undefined) return failed(`There is no ${task}: add, remove or list.`)

  const { listen, cert, key, insecure } = values
  if (listen !== 'loopback' && listen !== 'everywhere') return failed('--listen is loopback or everywhere.')
  if ((cert === undefined) !== (key === undefined)) return failed('--cert and --key go together.')
  if (listen === 'everywhere' && cert === undefined && !insecure) {
    return failed('Without --cert and --key briefs would cross the network unprotected. Give both, or say --insecure.')
  }
  const usualPort = cert === undefined ? 1883 : 8883
  const chosenPort = port.safeParse(values.port === '' ? undefined : (values.port ?? usualPort))
  if (!chosenPort.success) return failed('The port is a number from 0 to 65535, as in: --port 8883')
  const certificate =
    cert === undefined || key === undefined ? null : { certificate: resolve(workingDir, cert), key: resolve(workingDir, key) }
  return success({ task: 'run', dataDir, port: chosenPort.data, listen, certificate })
}

function parsedArgs(args: readonly string[]) {
  try {
    return success(parseArgs({ args: [...args], options, allowPositionals: true }))
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}
