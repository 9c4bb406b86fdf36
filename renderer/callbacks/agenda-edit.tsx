import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import type { Callback, Keeper } from '../../shared/callbacks/callback.ts'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { Choice } from '../ui/choice.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import type { PromiseDraft } from './promise-draft.ts'

interface AgendaEditProps {
  readonly callback: Callback
  readonly people: readonly Pick<Colleague, 'id' | 'name'>[]
  readonly onSave: (part: Partial<PromiseDraft>) => void
  readonly onClose: () => void
}

const nobody = ''
const keepers = ['me', 'deputy', 'anyone'] as const

/** What a promise is about and who keeps it; its time is moved, not edited. */
export function AgendaEdit({ callback, people, onSave, onClose }: AgendaEditProps) {
  const [name, setName] = useState(callback.person.name)
  const [number, setNumber] = useState(callback.person.number)
  const [reason, setReason] = useState(callback.reason)
  const [topic, setTopic] = useState(callback.topic)
  const [promised, setPromised] = useState(callback.promised)
  const [priority, setPriority] = useState(callback.priority)
  const [keeper, setKeeper] = useState<Keeper>(callback.keeper)
  const [deputyId, setDeputyId] = useState(callback.deputy?.id ?? people[0]?.id ?? nobody)
  const { t } = useTranslation()
  const known = callback.deputy ? [callback.deputy, ...people.filter(({ id }) => id !== callback.deputy?.id)] : people
  const deputy = known.find(({ id }) => id === deputyId) ?? null
  const save = () => {
    const shared = keeper !== 'me' && deputy !== null
    onSave({
      person: { name: name.trim(), number: number.trim() },
      reason: reason.trim(),
      topic: topic.trim(),
      promised: promised.trim(),
      priority,
      keeper: shared ? keeper : 'me',
      deputy: shared ? { id: deputy.id, name: deputy.name } : null,
    })
  }
  return (
    <SidePanel title={t('agenda.edit')} closeLabel={t('agenda.close')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        className="flex flex-col gap-3"
      >
        <TextInput label={t('agenda.person')} value={name} onChange={setName} maxLength={120} autoFocus />
        <TextInput label={t('agenda.number')} type="tel" value={number} onChange={setNumber} maxLength={120} />
        <TextInput label={t('agenda.about')} value={reason} onChange={setReason} maxLength={500} />
        <TextInput label={t('agenda.topic')} value={topic} onChange={setTopic} maxLength={120} />
        <TextInput label={t('agenda.promised')} value={promised} onChange={setPromised} maxLength={500} />
        <Choice
          label={t('agenda.priority')}
          value={priority}
          options={(['normal', 'high'] as const).map((value) => ({ value, label: t(`agenda.priorities.${value}`) }))}
          onChange={setPriority}
        />
        {known.length === 0 ? null : (
          <Choice
            label={t('agenda.keeperLabel')}
            value={keeper}
            options={keepers.map((value) => ({ value, label: t(`agenda.keepers.${value}`) }))}
            onChange={setKeeper}
          />
        )}
        {keeper === 'me' ? null : (
          <PickList
            label={t('agenda.deputyLabel')}
            value={deputyId}
            options={known.map((person) => ({ value: person.id, label: person.name }))}
            onChange={setDeputyId}
          />
        )}
        <WideButton type="submit" look="main" label={t('agenda.save')} cap="↵" shortcut="Enter" />
      </Form>
    </SidePanel>
  )
}
