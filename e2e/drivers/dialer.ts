import { expect } from '@playwright/test'
import type { Snapshot } from '../../shared/contract.ts'
import type { App } from '../app/app.ts'
import { ask } from '../app/contract-from-page.ts'
import { type Baresip, startBaresip } from '../rig/baresip.ts'
import { needs } from '../rig/needs.ts'
import {
  type CalleeScenario,
  type CallerOptions,
  calleeWaits,
  callerRings,
  callerStays,
  type PatientCaller,
  type SippCall,
} from '../rig/sipp.ts'

/** The agent's softphone: a real baresip that sipp calls, and a hand that uses it without Steadyline. */
export interface Dialer {
  /** What others dial. */
  readonly uri: string
  /** A caller who stays until told to hang up. */
  rings(number: string, name?: string): Promise<PatientCaller>
  /** A caller who gives up half a second after the first ring. */
  ringsOnce(number: string, name?: string): Promise<void>
  /** Somebody who can be called once: what to dial. */
  reaches(scenario: CalleeScenario): Promise<string>
  /** What the agent does on the softphone itself: baresip's own console commands, such as `hold`. */
  byHand(command: 'accept' | 'hold' | 'resume' | 'hangup'): Promise<void>
  /** Whether it has a caller on hold, as it says itself. */
  holds(): Promise<boolean>
  /** It crashes, and is gone. */
  crashes(): Promise<void>
  /** It is started again where it was. */
  comesBack(): Promise<void>
  unplug(): Promise<void>
}

/** Starts a softphone and lets Steadyline connect to it. */
export async function plugInDialer(app: App): Promise<Dialer> {
  needs('baresip', 'sipp')
  let phone: Baresip = await startBaresip({ name: 'agent' })
  const others: SippCall[] = []
  await ask(app.page, 'settings.change', { baresip: { enabled: true, host: '127.0.0.1', port: phone.ports.control } })
  await expect.poll(() => stateOfBaresip(app)).toBe('ready')

  const caller = (number: string, name: string | undefined): Omit<CallerOptions, 'stayMs'> =>
    name === undefined ? { number } : { number, displayName: name }
  return {
    uri: phone.uri,
    async rings(number, name) {
      const patient = await callerStays(phone, caller(number, name))
      others.push(patient)
      return patient
    },
    async ringsOnce(number, name) {
      const call = await callerRings(phone, 'gives-up', { ...caller(number, name), stayMs: 500 })
      await call.finished
    },
    async reaches(scenario) {
      const callee = await calleeWaits(scenario)
      others.push(callee)
      return callee.uri
    },
    async byHand(command) {
      await phone.console(command)
    },
    async holds() {
      return (await phone.console('listcalls')).includes('(on hold)')
    },
    crashes: () => phone.kill(),
    async comesBack() {
      phone = await startBaresip({ name: 'agent', ports: phone.ports })
    },
    async unplug() {
      await Promise.all([phone.kill(), ...others.map((other) => other.stop())])
    },
  }
}

async function stateOfBaresip(app: App): Promise<string | undefined> {
  const { dialers }: Snapshot = await ask(app.page, 'companion.snapshot', null)
  return dialers.find(({ dialer }) => dialer === 'baresip')?.state
}
