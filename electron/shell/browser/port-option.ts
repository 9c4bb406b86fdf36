import { parseArgs } from 'node:util'
import * as z from 'zod'

/** IndexedDB belongs to the origin, and the port is part of it: on another port an agent finds no notes. */
const usualPort = 47615

const port = z.coerce.number().int().min(0).max(65535)

/** The port from `--port`, else from `STEADYLINE_PORT`, else the usual one; `null` when what was given is no port. */
export function portOption(args: readonly string[], env: NodeJS.ProcessEnv): number | null {
  const { values } = parseArgs({ args: [...args], options: { port: { type: 'string' } }, strict: false })
  const given = values.port ?? (env.STEADYLINE_PORT || usualPort)
  const parsed = port.safeParse(given === '' || typeof given === 'boolean' ? undefined : given)
  return parsed.success ? parsed.data : null
}
