import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import { WideButton } from '../ui/wide-button.tsx'

interface PickFileButtonProps {
  readonly onPick: (file: File) => void
}

export function PickFileButton({ onPick }: PickFileButtonProps) {
  const { t } = useTranslation()
  return (
    <FileTrigger
      acceptedFileTypes={['.csv', '.tsv', '.txt', '.vcf', '.vcard']}
      onSelect={(files) => {
        const file = files?.[0]
        if (file) onPick(file)
      }}
    >
      <WideButton label={t('people.import')} />
    </FileTrigger>
  )
}
