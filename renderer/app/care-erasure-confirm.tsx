import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/people/person.ts'
import type { ErasureFailure, ErasureReceipt } from '../care/erasure.ts'
import type { RemovedCounts } from '../care/erasure-removal.ts'
import { removedWords } from '../care/removed-words.ts'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import type { Steadyline } from './steadyline.ts'

interface ErasureConfirmProps {
  readonly steadyline: Steadyline
  readonly person: Person
  readonly onExport: () => void
  readonly onLeave: () => void
  readonly onErased: (receipt: ErasureReceipt) => void
  readonly onFailed: (failure: ErasureFailure) => void
}

export function ErasureConfirm({ steadyline, person, onExport, onLeave, onErased, onFailed }: ErasureConfirmProps) {
  const [counts, setCounts] = useState<RemovedCounts | null>(null)
  const [typed, setTyped] = useState('')
  const [share, setShare] = useState<number | null>(null)
  const given = useRef(new AbortController())
  const { t } = useTranslation()
  const name = person.name || person.numbers[0] || t('erasure.noName')
  const failed = useRef(onFailed)
  failed.current = onFailed
  useEffect(() => {
    let isGone = false
    void steadyline.keeping().then(async ({ erasure }) => {
      const looked = await erasure.preview(person.id)
      if (isGone) return
      if (looked.ok) setCounts(looked.value)
      else failed.current(looked.failure)
    })
    return () => {
      isGone = true
    }
  }, [steadyline, person.id])
  const erase = async () => {
    setShare(0)
    const { erasure } = await steadyline.keeping()
    const erased = await erasure.erase(person.id, { signal: given.current.signal, tell: setShare })
    if (erased.ok) onErased(erased.value)
    else onFailed(erased.failure)
  }
  if (share !== null) {
    const isRemoved = share >= 1
    return (
      <>
        <p role="status">{isRemoved ? t('erasure.tidying') : t('erasure.erasing', { percent: Math.round(share * 100) })}</p>
        {isRemoved ? null : <WideButton label={t('erasure.cancel')} onPress={() => given.current.abort()} />}
      </>
    )
  }
  return (
    <>
      <p className="font-semibold">
        <bdi>{t('erasure.chosen', { name })}</bdi>
      </p>
      <ul className="text-note">
        {counts === null ? null : removedWords(t, counts).map((words) => <li key={words}>{words}</li>)}
      </ul>
      <p className="flex flex-wrap gap-x-3 text-note text-muted">
        {t('erasure.exportFirst')} <TextButton label={t('erasure.export')} onPress={onExport} />
      </p>
      <TextInput label={t('erasure.type', { name })} value={typed} onChange={setTyped} maxLength={200} autoFocus />
      <WideButton
        label={t('erasure.erase')}
        look="danger"
        isDisabled={counts === null || typed.trim() !== name.trim()}
        onPress={() => void erase()}
      />
      <WideButton label={t('erasure.change')} onPress={onLeave} />
    </>
  )
}
