import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import type { DialerFailure, DialerHealth, DialerId } from '../../shared/dialers/dialer-health.ts'
import type { Result } from '../../shared/result.ts'

/** What an adapter tells the companion. */
export interface DialerListener {
  /** One fact about one call. Duplicates and disorder are welcome; text must already be `farEndText`. */
  reported(report: CallReport): void
  healthChanged(health: DialerHealth): void
  /** The connection is gone: nothing is known of this dialer's calls until the next `reconciled`. */
  callsUncertain(dialer: DialerId): void
  /** Calls the dialer has right now; every other call of this dialer that is not over has ended unseen. */
  reconciled(dialer: DialerId, refs: readonly string[]): void
}

export type CallCommand = 'answer' | 'hold' | 'resume' | 'hangUp'

/**
 * What can be done to a call.
 *
 * `cancelConsult` ends the second leg and takes the caller back; `completeTransfer` joins caller and colleague and leaves
 * them alone, once the colleague has answered. Both are about the caller's call.
 */
export type DialerCommand = CallCommand | 'cancelConsult' | 'completeTransfer'

/** Why a number is dialled on behalf of a call: to speak to a colleague while the caller is on hold, or to send the caller there. */
export type DialerErrand = 'consult' | 'transferBlind'

/** One source of call events. */
export interface Dialer {
  readonly id: DialerId
  /** Calls of this dialer that were not over when the companion last ran, so that found calls keep their ids. */
  start(known: readonly Call[]): void
  /** Resolves when every socket and timer is released. */
  stop(): Promise<void>
  health(): DialerHealth
  /**
   * Does it to the call with this ref and no other: it is selected by id, and the selection checked, before each command.
   *
   * Success means that the dialer took the command; what became of it arrives as a report.
   */
  command(command: DialerCommand, ref: string): Promise<Result<null, DialerFailure>>
  /** As `command`, with somebody to dial. */
  dial(errand: DialerErrand, ref: string, number: string): Promise<Result<null, DialerFailure>>
  /**
   * Calls somebody; the call arrives as a report, outgoing, with this number.
   *
   * Fails with `dialer.busy` while it has any call that is not over. Success means that the dialer took it, not that anybody answers.
   */
  call(number: string): Promise<Result<null, DialerFailure>>
}
