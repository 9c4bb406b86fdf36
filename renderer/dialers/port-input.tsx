import { useTranslation } from 'react-i18next'
import { TextInput } from '../ui/text-input.tsx'
import { portFrom } from './port-from.ts'

interface PortInputProps {
  readonly text: string
  readonly onChange: (text: string) => void
}

export function PortInput({ text, onChange }: PortInputProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('baresip.port')}
      value={text}
      onChange={onChange}
      numeric
      problem={portFrom(text) === null ? t('baresip.portWrong') : null}
    />
  )
}
