import type { TFunction } from 'i18next'
import type { Written } from '../care/write-records.ts'
import type { CareNews } from './care-section.tsx'
import { careTroubleText } from './care-trouble.ts'
import type { Steadyline } from './steadyline.ts'
import type { LongWorks } from './use-long-work.ts'

/** Undoes an import or a restore, and says how that went. */
export async function takeBackNews(
  steadyline: Steadyline,
  works: LongWorks,
  written: Written,
  t: TFunction,
): Promise<CareNews | null> {
  const care = await steadyline.care()
  const done = await works.run(t('care.taking'), (work) => care.takeBack(written, work))
  if (!done) return null
  if (!done.ok) return { said: careTroubleText(t, done.failure), isTrouble: true }
  await steadyline.callbacks.adopt([])
  return { said: t('care.undone'), isTrouble: false }
}
