import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { type KeptRate, keptRate } from '../../shared/callbacks/kept-promises.ts'
import type { CallbackStore } from '../callbacks/callback-store.ts'
import { afterPaint } from '../storage/after-paint.ts'
import type { StorageState } from '../storage/storage-state.ts'
import { watching } from './use-agenda.ts'

interface KeptFigureProps {
  readonly store: CallbackStore
  readonly graceMs: number
  readonly storage: StorageState['kind']
}

const days = 30
const dayMs = 24 * 60 * 60 * 1000
const mostLateRetryMs = 7 * dayMs

/** How many promises were kept lately, counted once the list stands; the rule is a press away. */
export function KeptFigure({ store, graceMs, storage }: KeptFigureProps) {
  const [rate, setRate] = useState<KeptRate | null>(null)
  const { t } = useTranslation()
  useEffect(() => {
    if (storage !== 'open') return
    let isWanted = true
    let off: (() => void) | undefined
    const now = Date.now()
    const from = now - days * dayMs
    void afterPaint().then(() => {
      if (!isWanted) return
      off = watching(store.watchBetween(from, now + mostLateRetryMs), (callbacks) => {
        if (callbacks) setRate(keptRate(callbacks, { from, to: now }, graceMs, now))
      })
    })
    return () => {
      isWanted = false
      off?.()
    }
  }, [store, graceMs, storage])
  if (rate === null || rate.of === 0) return null
  return (
    <DialogTrigger>
      <Button className="rounded-small text-end text-small text-muted underline decoration-dotted underline-offset-2 tabular-nums">
        {t('agenda.kept', { kept: rate.kept, counted: rate.of, days })}
      </Button>
      <Popover className="max-w-80 rounded-lg border border-edge bg-surface p-3 shadow-card">
        <Dialog aria-label={t('agenda.keptTitle')} className="text-note outline-none">
          <p>{t('agenda.keptWhy')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
