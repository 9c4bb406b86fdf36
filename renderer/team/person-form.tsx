import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague, Role } from '../../shared/transfer/colleague.ts'
import { Choice } from '../ui/choice.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { isDiallable } from './person-from.ts'
import { topicsFrom } from './topics-from.ts'

interface PersonFormProps {
  /** Null for somebody new. */
  readonly person: Colleague | null
  readonly onSave: (person: Omit<Colleague, 'id'>) => void
  readonly onCancel: () => void
}

const roles = ['expert', 'manager'] as const satisfies readonly Role[]

export function PersonForm({ person, onSave, onCancel }: PersonFormProps) {
  const [name, setName] = useState(person?.name ?? '')
  const [number, setNumber] = useState(person?.number ?? '')
  const [role, setRole] = useState<Role>(person?.role ?? 'expert')
  const [topics, setTopics] = useState(person?.topics.join(', ') ?? '')
  const { t } = useTranslation()
  const canSave = name.trim() !== '' && isDiallable(number.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canSave) onSave({ name: name.trim(), number: number.trim(), role, topics: topicsFrom(topics) })
  }
  return (
    <form
      aria-label={person ? t('people.edit') : t('people.add')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel()
      }}
      className="flex flex-col gap-3 rounded-card border border-line-strong bg-surface p-3.5 shadow-card"
    >
      <TextInput label={t('people.part.name')} value={name} onChange={setName} maxLength={80} autoFocus />
      <TextInput
        label={t('people.part.number')}
        type="tel"
        value={number}
        onChange={setNumber}
        maxLength={60}
        problem={isDiallable(number.trim()) ? null : t('people.numberWrong')}
      />
      <Choice
        label={t('team.role')}
        value={role}
        options={roles.map((value) => ({ value, label: t(`team.roles.${value}`) }))}
        onChange={setRole}
      />
      <TextInput
        label={t('people.part.topics')}
        description={t('team.topicsHint')}
        value={topics}
        onChange={setTopics}
        maxLength={500}
      />
      <div className="flex gap-2 *:flex-1">
        <WideButton label={t('people.cancel')} cap="Esc" shortcut="Escape" onPress={onCancel} />
        <WideButton type="submit" look="main" label={t('team.save')} cap="↵" shortcut="Enter" isDisabled={!canSave} />
      </div>
    </form>
  )
}
