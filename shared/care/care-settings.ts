import * as z from 'zod'
import { isMaskPattern, maxMaskPatterns } from './mask-pattern.ts'

const maskPattern = z.object({
  name: z.string().trim().min(1).max(40),
  pattern: z.string().trim().max(40).refine(isMaskPattern),
  keepLast: z.number().int().min(0).max(4),
})

export const careSettings = z.object({
  cards: z.boolean(),
  ibans: z.boolean(),
  patterns: z.array(maskPattern).max(maxMaskPatterns).readonly(),
  retention: z.object({
    /** Whole months that calls and what was written about them are kept; 0 for always. */
    months: z.number().int().min(0).max(240),
    /** The same for practice calls, in days. */
    practiceDays: z.number().int().min(0).max(3650),
  }),
})

export type CareSettings = z.infer<typeof careSettings>
