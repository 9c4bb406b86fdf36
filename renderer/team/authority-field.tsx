import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { authorityLimit, authorityTextProblem } from '../../shared/transfer/authority-text.ts'
import { WideButton } from '../ui/wide-button.tsx'

interface AuthorityFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The certificate that an encrypted hub of the team's own is known by, pasted or from a file. */
export function AuthorityField({ value, onChange }: AuthorityFieldProps) {
  const { t } = useTranslation()
  const problem = authorityTextProblem(value)
  const read = async (file: File | undefined) => {
    if (file) onChange((await file.slice(0, authorityLimit).text()).trim())
  }
  return (
    <div className="flex flex-col gap-2">
      <TextField
        value={value}
        onChange={onChange}
        maxLength={authorityLimit}
        isInvalid={problem !== null}
        className="flex min-w-0 flex-col gap-1"
      >
        <Label className="text-small font-medium text-muted">{t('team.authority')}</Label>
        <TextArea
          rows={2}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          className="w-full resize-none rounded-lg border border-edge bg-surface px-3 py-2 invalid:border-danger"
        />
        <Text slot={problem ? 'errorMessage' : 'description'} className={`text-small ${problem ? 'text-danger' : 'text-muted'}`}>
          {t(problem ? `team.authorityWrong.${problem}` : 'team.authorityHint')}
        </Text>
      </TextField>
      <FileTrigger acceptedFileTypes={['.pem', '.crt', '.cer']} onSelect={(files) => void read(files?.[0])}>
        <WideButton label={t('team.authorityFile')} />
      </FileTrigger>
    </div>
  )
}
