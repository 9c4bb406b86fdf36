import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { WideButton } from '../ui/wide-button.tsx'

interface ImportButtonProps {
  readonly onPick: (file: File) => void
}

export function ImportButton({ onPick }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const { t } = useTranslation()
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        hidden
        aria-label={t('playbooks.import')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onPick(file)
          currentTarget.value = ''
        }}
      />
      <WideButton label={t('playbooks.import')} onPress={() => input.current?.click()} />
    </>
  )
}
