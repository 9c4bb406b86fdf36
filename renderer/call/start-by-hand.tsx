import { type FormEvent, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import type { Party } from '../../shared/call/call.ts'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface StartByHandProps {
  readonly onStart: (party: Party) => void
}

export function StartByHand({ onStart }: StartByHandProps) {
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const { t } = useTranslation()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onStart({ name, number })
  }
  return (
    <Form onSubmit={submit} className="flex flex-col gap-3">
      <TextInput label={t('start.name')} value={name} onChange={setName} maxLength={120} autoFocus />
      <TextInput label={t('start.number')} value={number} onChange={setNumber} maxLength={120} type="tel" />
      <p className="text-small text-muted">{t('start.both')}</p>
      <WideButton type="submit" look="main" label={t('start.go')} cap="↵" shortcut="Enter" />
    </Form>
  )
}
