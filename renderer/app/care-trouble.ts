import type { TFunction } from 'i18next'
import type { BackupFailure } from '../care/backup.ts'
import type { ImportTrouble } from '../care/import-json.ts'
import type { BackupTrouble } from '../care/read-backup.ts'
import type { CsvTrouble } from '../care/read-csv.ts'
import type { WriteFailure } from '../care/write-records.ts'

export type CareTrouble = BackupFailure | ImportTrouble | BackupTrouble | CsvTrouble | WriteFailure
type Short<Kind> = Kind extends `${string}.${infer Name}` ? Name : never

/** What went wrong with the data, in the agent's words. */
export function careTroubleText(t: TFunction, trouble: CareTrouble): string {
  const name = trouble.kind.split('.')[1] as Short<CareTrouble['kind']>
  const line = 'line' in trouble ? trouble.line : 0
  const most = 'most' in trouble ? trouble.most : 0
  return t(`care.trouble.${name}`, { line, most })
}
