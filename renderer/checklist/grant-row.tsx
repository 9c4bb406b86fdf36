import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Grant, needsApprover } from '../../shared/checklist/outcome.ts'
import type { ResolutionOption } from '../../shared/playbook/playbook.ts'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { moneyText } from '../words/money.ts'
import { amountFrom } from './amount-from.ts'

interface GrantRowProps {
  readonly option: ResolutionOption
  /** Null while it was not given. */
  readonly grant: Grant | null
  readonly onChange: (grant: Grant | null) => void
}

/** One option: given or not, how much of it, and who allowed it where the agent alone may not. */
export function GrantRow({ option, grant, onChange }: GrantRowProps) {
  const { id, name, limit, grantedBy } = option
  const [amount, setAmount] = useState(grant?.amount?.toString() ?? '')
  const { t, i18n } = useTranslation()
  const give = (given: boolean) => {
    setAmount('')
    onChange(given ? { option: id, amount: null, approver: '' } : null)
  }
  const changeAmount = (text: string) => {
    setAmount(text)
    if (grant) onChange({ ...grant, amount: amountFrom(text) })
  }
  const why =
    grantedBy === 'supervisor' || limit === null
      ? t('wrapUp.supervisorOnly')
      : t('wrapUp.aboveLimit', { limit: moneyText(limit, i18n.language) })
  return (
    <div className="flex flex-col gap-1.5 py-0.5">
      <Toggle label={name} isSelected={grant !== null} onChange={give} />
      {grant && limit ? (
        <TextInput
          numeric
          label={t('wrapUp.amount', { currency: limit.currency })}
          value={amount}
          onChange={changeAmount}
          maxLength={15}
          problem={amount.trim() !== '' && grant.amount === null ? t('wrapUp.amountWrong') : null}
        />
      ) : null}
      {grant && needsApprover(option, grant) ? (
        <TextInput
          label={t('wrapUp.grantedBy')}
          description={why}
          value={grant.approver}
          onChange={(approver) => onChange({ ...grant, approver })}
          maxLength={120}
        />
      ) : null}
    </div>
  )
}
