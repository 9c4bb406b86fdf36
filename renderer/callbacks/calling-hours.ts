import type { Settings } from '../../shared/settings/settings.ts'
import { wallIn } from './said-time.ts'

export type CallingHours = Pick<Settings['callbacks'], 'callFrom' | 'callTo'>

/** Whether people in this zone may be called then; hours that end before they begin go over midnight. */
export function isCallable(at: number, zone: string, { callFrom, callTo }: CallingHours): boolean {
  const clock = wallIn(zone, at).slice(11)
  const [isAfterBegin, isBeforeEnd] = [clock >= callFrom, clock <= callTo]
  return callFrom <= callTo ? isAfterBegin && isBeforeEnd : isAfterBegin || isBeforeEnd
}
