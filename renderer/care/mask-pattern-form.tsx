import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isMaskPattern } from '../../shared/care/mask-pattern.ts'
import type { MaskPattern } from '../../shared/care/masks.ts'
import { NumberInput, wholeNumber } from '../ui/number-input.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface PatternFormProps {
  readonly add: (pattern: MaskPattern) => void
}

const blank = { name: '', pattern: '', keepLast: '2' }

export function PatternForm({ add }: PatternFormProps) {
  const [written, setWritten] = useState(blank)
  const { t } = useTranslation()
  const pattern = written.pattern.trim()
  const keepLast = wholeNumber(written.keepLast, 0, 4)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (keepLast === null || !isMaskPattern(pattern)) return
    add({ name: written.name.trim(), pattern, keepLast })
    setWritten(blank)
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-2">
      <TextInput
        label={t('masks.name')}
        value={written.name}
        onChange={(name) => setWritten({ ...written, name })}
        maxLength={40}
      />
      <TextInput
        label={t('masks.pattern')}
        description={t('masks.signs')}
        problem={pattern === '' || isMaskPattern(pattern) ? null : t('masks.wrong')}
        value={written.pattern}
        onChange={(next) => setWritten({ ...written, pattern: next })}
        maxLength={40}
      />
      <NumberInput
        label={t('masks.keepLast')}
        text={written.keepLast}
        onChange={(next) => setWritten({ ...written, keepLast: next })}
        wrong={t('masks.keepWrong')}
        least={0}
        most={4}
      />
      <WideButton
        type="submit"
        label={t('masks.add')}
        isDisabled={written.name.trim() === '' || keepLast === null || !isMaskPattern(pattern)}
      />
    </form>
  )
}
