import { ScriptedPhone } from './scripted-phone.ts'

interface Line {
  readonly id: string
  readonly line: number
  readonly peer: string
  state: 'INCOMING' | 'OUTGOING' | 'ESTABLISHED'
  onHold: boolean
}

const account = 'sip:agent@127.0.0.1:5060'

/**
 * A scripted phone that behaves as the source of newer baresip versions does: it lists ids, and can join two calls.
 *
 * `atransferexec` joins the caller to whatever call is current, as theirs does.
 */
export class JoiningPhone {
  readonly joined: (string | undefined)[][] = []
  /** Whether the caller's side knows the Replaces header; if not, `atransferstart` says ok and does nothing. */
  callerCanBeReplaced = true
  /** Called after each `callfind`, when somebody else could ring. */
  afterSelection: () => void = () => {}
  readonly script: ScriptedPhone
  private lines: Line[] = []
  private current: string | undefined
  private transferred: string | undefined

  private constructor(script: ScriptedPhone) {
    this.script = script
    script.answers = (command, params = '') => this.answer(command, params)
  }

  static async open(): Promise<JoiningPhone> {
    return new JoiningPhone(await ScriptedPhone.open())
  }

  rings(id: string, peer: string): void {
    this.appear(id, peer, 'INCOMING')
  }

  answers(id: string): void {
    const line = this.lines.find((other) => other.id === id)
    if (line === undefined) return
    line.state = 'ESTABLISHED'
    this.says('CALL_ESTABLISHED', line)
  }

  private appear(id: string, peer: string, state: Line['state']): void {
    const line = { id, line: this.lines.length + 1, peer, state, onHold: false }
    this.lines.push(line)
    this.current = id
    this.says(state === 'INCOMING' ? 'CALL_INCOMING' : 'CALL_OUTGOING', line)
  }

  private says(type: string, { id, peer }: Line, param = ''): void {
    const direction = id.startsWith('leg') ? 'outgoing' : 'incoming'
    this.script.says({ type, class: 'call', accountaor: account, direction, peeruri: peer, id, param })
  }

  private answer(command: string, params: string): string {
    const current = this.lines.find(({ id }) => id === this.current)
    switch (command) {
      case 'reginfo':
        return `\n--- User Agents (1) ---\n> ${account}                  \n\n`
      case 'help':
        return '--- Help ---\n  /atransferabort             Abort\n  /atransferexec              Execute\n'
      case 'listcalls':
        return this.listing()
      case 'callfind':
        return this.select(params)
      case 'atransferstart':
        if (!this.callerCanBeReplaced || current === undefined) return ''
        current.onHold = true
        this.transferred = current.id
        this.appear(`leg-${this.lines.length}`, params, 'OUTGOING')
        return ''
      case 'atransferexec':
        this.joined.push([this.transferred, this.current])
        return ''
      case 'dial':
        this.appear(`leg-${this.lines.length}`, params, 'OUTGOING')
        return ''
      case 'hangup':
        this.lines = this.lines.filter((line) => line !== current)
        if (current) this.says('CALL_CLOSED', current, 'Connection reset by user')
        return ''
      default:
        if (current && (command === 'hold' || command === 'resume')) current.onHold = command === 'hold'
        return ''
    }
  }

  private select(id: string): string {
    if (!this.lines.some((line) => line.id === id)) return `call not found (id=${id})\n`
    this.current = id
    setImmediate(this.afterSelection)
    return `setting current call: ${id}\n`
  }

  private listing(): string {
    const rows = this.lines.map(({ id, line, peer, state, onHold }) => {
      const marker = id === this.current ? '>' : ' '
      return `${marker} [line ${line}, id ${id}]  0:00:01  ${state} ${onHold ? '(on hold) ' : ''}            ${peer}\n`
    })
    return `\nUser-Agent: agent@127.0.0.1:5060\n--- Active calls (${rows.length}) ---\n${rows.join('')}\n`
  }
}
