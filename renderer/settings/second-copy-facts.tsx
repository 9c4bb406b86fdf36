import { useTranslation } from 'react-i18next'
import type { JournalPlace } from '../../shared/journal/journal.ts'
import { sizeText } from '../words/sizes.ts'
import { fullTimeText } from '../words/times.ts'

interface SecondCopyFactsProps {
  readonly place: JournalPlace
}

export function SecondCopyFacts({ place: { folder, bytes, keptUntil } }: SecondCopyFactsProps) {
  const { t, i18n } = useTranslation()
  const facts = [
    ['folder', folder],
    ['size', sizeText(bytes, i18n.language)],
    ['written', keptUntil === null ? t('secondCopySettings.never') : fullTimeText(keptUntil, i18n.language)],
  ] as const
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-note">
      {facts.map(([name, text]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{t(`secondCopySettings.${name}`)}</dt>
          <dd className={name === 'folder' ? 'select-text break-all font-mono text-small leading-5' : ''}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
