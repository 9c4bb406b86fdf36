import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import type { App } from '../app/app.ts'
import { ask } from '../app/contract-from-page.ts'
import { freeTcpPort } from '../rig/free-port.ts'

export interface PushAnswer {
  readonly status: number
  readonly sentence: string
}

/** A dialer that tells of its calls by HTTP: curl, as the documentation shows it. */
export class PushingDialer {
  readonly port: number
  readonly token: string

  private constructor(port: number, token: string) {
    this.port = port
    this.token = token
  }

  static async pluggedInto(app: App): Promise<PushingDialer> {
    const port = await freeTcpPort()
    await ask(app.page, 'settings.change', { push: { enabled: true, port } })
    const made = await ask(app.page, 'push.newToken', null)
    if (!made.ok) throw new Error(made.failure.cause)
    await expect
      .poll(async () => (await ask(app.page, 'companion.snapshot', null)).dialers.find(({ dialer }) => dialer === 'push')?.state)
      .toBe('ready')
    return new PushingDialer(port, made.value.token)
  }

  /** One event of a call in Steadyline's own words, such as `{ event: 'ringing', id: '1', number: '+15550100' }`. */
  async says(event: Readonly<Record<string, string>>): Promise<PushAnswer> {
    return this.curl('/call', '--header', `Authorization: Bearer ${this.token}`, '--json', JSON.stringify(event))
  }

  /** What a PBX sends to Zammad. */
  async saysToZammad(form: Readonly<Record<string, string>>): Promise<PushAnswer> {
    const fields = Object.entries(form).flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`])
    return this.curl(`/zammad/${this.token}`, ...fields)
  }

  async curl(path: string, ...args: readonly string[]): Promise<PushAnswer> {
    const fixed = ['--silent', '--max-time', '10', '--write-out', '\n%{http_code}']
    const child = spawn('curl', [...fixed, ...args, `http://127.0.0.1:${this.port}${path}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    await once(child, 'close')
    const cut = said.lastIndexOf('\n')
    return { status: Number(said.slice(cut + 1)), sentence: said.slice(0, cut).trim() }
  }
}
