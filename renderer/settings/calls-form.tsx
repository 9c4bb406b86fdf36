import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface CallsFormProps {
  readonly agentName: string
  readonly playbookName: string
  readonly saveName: (agentName: string) => void
  readonly openPlaybooks: () => void
}

/** What every call begins with: the agent's name in the lines, and the playbook they come from. */
export function CallsForm({ agentName, playbookName, saveName, openPlaybooks }: CallsFormProps) {
  const [written, setWritten] = useState(agentName)
  const { t } = useTranslation()
  const save = (event: FormEvent) => {
    event.preventDefault()
    saveName(written.trim())
  }
  return (
    <section aria-label={t('panel.calls')} className="flex flex-col gap-3">
      <h3>{t('panel.calls')}</h3>
      <form onSubmit={save} className="flex flex-col gap-2">
        <TextInput
          label={t('panel.agentName')}
          description={t('panel.agentNameWhy')}
          value={written}
          onChange={setWritten}
          maxLength={60}
        />
        <WideButton type="submit" label={t('panel.saveName')} isDisabled={written.trim() === agentName} />
      </form>
      <p>
        <bdi>{t('panel.playbook', { name: playbookName })}</bdi>
      </p>
      <WideButton label={t('panel.playbooks')} onPress={openPlaybooks} />
    </section>
  )
}
