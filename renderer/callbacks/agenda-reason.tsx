import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface AgendaReasonProps {
  readonly ending: 'cancel' | 'missed'
  readonly onEnd: (reason: string) => void
  readonly onClose: () => void
}

/** A promise is closed without a call only by somebody who is asked why. */
export function AgendaReason({ ending, onEnd, onClose }: AgendaReasonProps) {
  const [reason, setReason] = useState('')
  const { t } = useTranslation()
  const title = t(ending === 'cancel' ? 'agenda.cancel' : 'agenda.markMissed')
  return (
    <SidePanel title={title} tone="danger" closeLabel={t('agenda.close')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          onEnd(reason.trim())
        }}
        className="flex flex-col gap-3"
      >
        <TextInput
          label={t(`agenda.why.${ending}`)}
          description={t('agenda.why.hint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
        />
        <WideButton type="submit" look="danger" label={title} cap="↵" shortcut="Enter" />
      </Form>
    </SidePanel>
  )
}
