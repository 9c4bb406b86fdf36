import type { Call } from '../../shared/call/call.ts'
import { type DialerHealth, type DialerId, dialerIds, noPowers } from '../../shared/dialers/dialer-health.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { AsteriskDialer } from './asterisk/asterisk-dialer.ts'
import { BaresipDialer } from './baresip/baresip-dialer.ts'
import type { Dialer, DialerListener } from './dialer.ts'
import { ManualDialer } from './manual/manual-dialer.ts'
import { PracticeDialer } from './practice/practice-dialer.ts'
import { PushDialer } from './push/push-dialer.ts'
import type { PushToken } from './push/push-token.ts'

export interface DialerRackParts {
  readonly listener: DialerListener
  readonly clock: Clock
  readonly log: Log
  readonly pushToken: PushToken
  readonly secrets: { read(secret: 'asteriskSecret'): string | null }
  /** Calls in progress, asked for whenever a dialer is switched on. */
  knownCalls(): readonly Call[]
}

type SwitchedId = 'baresip' | 'asterisk' | 'push'

/** Whatever else is in it, a change of it starts the dialer anew. */
interface Switched {
  readonly enabled: boolean
  readonly secret?: string | null
}

/** All dialers there are: two that are always there, three that the settings switch on and off. */
export class DialerRack {
  readonly manual: ManualDialer
  readonly practice: PracticeDialer
  readonly #parts: DialerRackParts
  readonly #switched = new Map<SwitchedId, { readonly settings: string; readonly dialer: Dialer }>()
  #lastSwitch: Promise<void> = Promise.resolve()

  constructor(parts: DialerRackParts) {
    this.#parts = parts
    this.manual = new ManualDialer(parts)
    this.practice = new PracticeDialer(parts)
  }

  find(id: DialerId): Dialer | undefined {
    if (id === 'manual') return this.manual
    if (id === 'practice') return this.practice
    return this.#switched.get(id)?.dialer
  }

  /** The first that is ready to call somebody real. */
  toCallWith(): Dialer | undefined {
    const ready = this.health().find(({ state, powers }) => state === 'ready' && powers.dial)
    return ready && this.find(ready.dialer)
  }

  baresip(): BaresipDialer | undefined {
    const dialer = this.find('baresip')
    return dialer instanceof BaresipDialer ? dialer : undefined
  }

  health(): readonly DialerHealth[] {
    return dialerIds.map((id) => this.find(id)?.health() ?? off(id))
  }

  start(): void {
    for (const dialer of [this.manual, this.practice]) dialer.start(this.#knownTo(dialer.id))
  }

  /** Resolves when the dialers run as the settings say; changes asked for meanwhile come after. */
  apply(settings: Settings): Promise<void> {
    this.#lastSwitch = this.#lastSwitch.then(async () => {
      await this.#switch('baresip', settings.baresip, () => new BaresipDialer({ ...this.#parts, address: settings.baresip }))
      const secret = this.#parts.secrets.read('asteriskSecret')
      await this.#switch(
        'asterisk',
        { ...settings.asterisk, secret },
        () => new AsteriskDialer({ ...this.#parts, settings: settings.asterisk, secret }),
      )
      await this.#switch(
        'push',
        settings.push,
        () => new PushDialer({ ...this.#parts, token: this.#parts.pushToken, port: settings.push.port }),
      )
    })
    return this.#lastSwitch
  }

  async stop(): Promise<void> {
    await this.#lastSwitch
    const dialers = [this.manual, this.practice, ...[...this.#switched.values()].map(({ dialer }) => dialer)]
    await Promise.all(dialers.map((dialer) => dialer.stop()))
  }

  async #switch(id: SwitchedId, settings: Switched, make: () => Dialer): Promise<void> {
    const wanted = JSON.stringify(settings)
    const running = this.#switched.get(id)
    if (running?.settings === wanted) return
    if (running) {
      this.#switched.delete(id)
      await running.dialer.stop()
      this.#parts.listener.callsUncertain(id)
      this.#parts.listener.healthChanged(off(id))
    }
    if (!settings.enabled) return
    const dialer = make()
    this.#switched.set(id, { settings: wanted, dialer })
    dialer.start(this.#knownTo(id))
  }

  #knownTo(id: DialerId): readonly Call[] {
    return this.#parts.knownCalls().filter((call) => call.dialer === id && call.state !== 'ended')
  }
}

function off(dialer: DialerId): DialerHealth {
  return { dialer, state: 'off', failure: null, retryAt: null, warnings: [], powers: noPowers }
}
