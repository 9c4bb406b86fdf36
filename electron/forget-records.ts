import type { ForgettingFailure, ForgottenRecords } from '../shared/contract.ts'
import { failed, type Result, success } from '../shared/result.ts'
import { errorCode } from './error-code.ts'

interface Forgetful {
  readonly alarms: { forget(ids: ForgottenRecords['callbacks']): Promise<void> }
  readonly office: { forget(ids: ForgottenRecords['briefs']): Promise<void> }
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
