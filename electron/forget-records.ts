import type { ForgettingFailure, ForgottenRecords } from '../shared/contract.ts'
import { failed, type Result, success } from '../shared/result.ts'
import type { AlarmOffice } from './callbacks/alarm-office.ts'
import { errorCode } from './error-code.ts'
import type { TeamOffice } from './transfer/team-office.ts'

interface Forgetful {
  readonly alarms: Pick<AlarmOffice, 'forget'>
  readonly office: Pick<TeamOffice, 'forget'>
}

export async function forgetRecords(
  { callbacks, briefs }: ForgottenRecords,
  { alarms, office }: Forgetful,
): Promise<Result<null, ForgettingFailure>> {
  try {
    await Promise.all([alarms.forget(callbacks), office.forget(briefs)])
    return success(null)
  } catch (error) {
    return failed({ kind: 'records.notForgotten', cause: errorCode(error) })
  }
}
