import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { WideButton } from '../ui/wide-button.tsx'
import { fullTimeText } from '../words/times.ts'
import type { ErasureReceipt } from './erasure.ts'
import { removedWords } from './removed-words.ts'

interface ErasureReceiptCardProps {
  readonly receipt: ErasureReceipt
  readonly save: (text: string) => void
}

export function ErasureReceiptCard({ receipt, save }: ErasureReceiptCardProps) {
  const { t, i18n } = useTranslation()
  const lines = receiptLines(t, receipt, i18n.language)
  return (
    <div role="status" className="flex flex-col gap-2 rounded-card border border-line p-3">
      <h4 className="font-semibold">{t('erasure.receipt')}</h4>
      <ul className="flex flex-col gap-1 text-note">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <WideButton label={t('erasure.save')} onPress={() => save(`${lines.join('\n')}\n`)} />
    </div>
  )
}

function receiptLines(t: TFunction, { at, counts, ...rest }: ErasureReceipt, locale: string): readonly string[] {
  const places = ['companion', 'journal', 'search'] as const
  return [
    t('erasure.at', { time: fullTimeText(at, locale) }),
    ...removedWords(t, counts),
    ...places.map((place) => t(`erasure.${place}`, { state: t(rest[place] ? 'erasure.done' : 'erasure.owed') })),
    t('erasure.unreached'),
  ]
}
