import { type FormEvent, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import { SayLine } from '../ui/say-line.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface CallbackPanelProps {
  /** What to say with this time, the first to reach for; empty when the playbook has no words for it. */
  readonly linesFor: (time: string) => readonly string[]
  readonly onKeep: (time: string) => void
  readonly onClose: () => void
}

/** The words of a promise and the time it is for, said as it is typed. */
export function CallbackPanel({ linesFor, onKeep, onClose }: CallbackPanelProps) {
  const [time, setTime] = useState('')
  const { t } = useTranslation()
  const lines = linesFor(time)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onKeep(time.trim())
  }
  return (
    <SidePanel title={t('route.promise')} closeLabel={t('route.back')} onClose={onClose}>
      <Form onSubmit={submit} className="flex flex-col gap-2">
        <SayLine>{lines[0] ?? t('route.promiseLine', { time: time || '…' })}</SayLine>
        <TextInput
          label={t('route.promiseTime')}
          description={t('route.promiseTimeHint')}
          value={time}
          onChange={setTime}
          maxLength={60}
          autoFocus
        />
        <WideButton
          type="submit"
          look="main"
          label={t('route.promiseKeep')}
          isDisabled={time.trim() === ''}
          cap="↵"
          shortcut="Enter"
        />
        <p className="text-note text-muted">{t('route.promiseRecord')}</p>
      </Form>
      {lines.length > 1 ? (
        <ul className="flex flex-col gap-1.5 border-t border-line pt-2">
          {lines.slice(1).map((line) => (
            <li key={line} dir="auto">
              {line}
            </li>
          ))}
        </ul>
      ) : null}
    </SidePanel>
  )
}
