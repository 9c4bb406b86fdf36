import type { DBCoreMutateRequest, Dexie } from 'dexie'
import { maskRecord } from '../../shared/care/masked-record.ts'
import type { MaskRules } from '../../shared/care/masks.ts'

/** Guidance that is nobody's data, and what is no prose. */
const unmasked: ReadonlySet<string> = new Set(['playbooks', 'playbookDrafts', 'searchSegments', 'outbox', 'meta'])

/** Masks every record on its way into the store, below all stores, so that no feature and no import can forget it. */
export function maskRecords(database: Dexie, rules: () => MaskRules): void {
  database.use({
    stack: 'dbcore',
    name: 'maskRecords',
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name)
        return unmasked.has(name) ? table : { ...table, mutate: (request) => table.mutate(maskedRequest(request, rules())) }
      },
    }),
  })
}

function maskedRequest(request: DBCoreMutateRequest, rules: MaskRules): DBCoreMutateRequest {
  if (request.type !== 'add' && request.type !== 'put') return request
  return { ...request, values: request.values.map((value) => maskRecord(value, rules)) }
}
