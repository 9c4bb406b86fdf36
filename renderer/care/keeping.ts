import { createErasure, type Erasure, type ErasureParts } from './erasure.ts'
import { createRetention, type Retention } from './retention.ts'

/** For how long records are kept, and how they are got rid of. */
export interface Keeping {
  readonly erasure: Erasure
  readonly retention: Retention
}

export function createKeeping(parts: ErasureParts): Keeping {
  return { erasure: createErasure(parts), retention: createRetention(parts) }
}
