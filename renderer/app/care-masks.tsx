import '../words/rooms.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CareSettings } from '../../shared/care/care-settings.ts'
import { maxMaskPatterns } from '../../shared/care/mask-pattern.ts'
import { maskText } from '../../shared/care/masks.ts'
import { PatternForm } from '../care/mask-pattern-form.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { CareFrame } from './care-frame.tsx'
import type { Steadyline } from './steadyline.ts'

interface CareMasksProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
}

export function CareMasks({ steadyline, asking }: CareMasksProps) {
  const { care } = useReadable(steadyline.mirror).settings
  const [tried, setTried] = useState('')
  const [before, setBefore] = useState<{ readonly care: CareSettings; readonly name: string } | null>(null)
  const { t } = useTranslation()
  const change = (part: Partial<CareSettings>) => void asking.ask('settings.change', { care: { ...care, ...part } })
  const becomes = maskText(tried, care).text
  const remove = (index: number, name: string) => {
    setBefore({ care, name })
    change({ patterns: care.patterns.filter((_, place) => place !== index) })
  }
  return (
    <CareFrame title={t('masks.title')} why={t('masks.why')}>
      <Toggle label={t('masks.cards')} isSelected={care.cards} onChange={(cards) => change({ cards })} />
      <Toggle label={t('masks.ibans')} isSelected={care.ibans} onChange={(ibans) => change({ ibans })} />
      <h3 className="text-small font-medium text-muted">{t('masks.own')}</h3>
      {care.patterns.length === 0 ? <p className="text-note text-muted">{t('masks.none')}</p> : null}
      <ul className="flex flex-col gap-1">
        {care.patterns.map(({ name, pattern }, index) => (
          <li key={`${name} ${pattern}`} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 break-words">
              {name} <code className="text-small text-muted">{pattern}</code>
            </span>
            <TextButton label={t('masks.remove', { name })} onPress={() => remove(index, name)} />
          </li>
        ))}
      </ul>
      {before ? (
        <p role="status" className="flex gap-3 text-note">
          {t('masks.removed', { name: before.name })}
          <TextButton
            label={t('masks.undo')}
            onPress={() => {
              change({ patterns: before.care.patterns })
              setBefore(null)
            }}
          />
        </p>
      ) : null}
      {care.patterns.length < maxMaskPatterns ? (
        <PatternForm add={(pattern) => change({ patterns: [...care.patterns, pattern] })} />
      ) : (
        <p className="text-note text-muted">{t('masks.full', { count: maxMaskPatterns })}</p>
      )}
      <TextInput label={t('masks.tryOut')} description={t('masks.tryOutWhy')} value={tried} onChange={setTried} maxLength={500} />
      <p role="status" className="min-h-5 break-words text-note">
        {tried === '' ? null : becomes === tried ? t('masks.unchanged') : t('masks.becomes', { text: becomes })}
      </p>
    </CareFrame>
  )
}
