import { type FormEvent, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useTranslation } from 'react-i18next'
import { SayLine } from '../ui/say-line.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import type { PartingView } from './checklist.view.ts'

interface PartingPanelProps {
  readonly parting: PartingView
  readonly onClose: () => void
}

/** The last resort: the words come only after somebody has answered for them by name. */
export function PartingPanel({ parting, onClose }: PartingPanelProps) {
  const [by, setBy] = useState('')
  const { t } = useTranslation()
  const { when, approval, say, record, approvedBy, approve } = parting
  const submit = (event: FormEvent) => {
    event.preventDefault()
    approve?.(by.trim())
  }
  return (
    <SidePanel tone="danger" title={t('route.part')} closeLabel={t('route.back')} onClose={onClose}>
      {approvedBy === null ? (
        <Form onSubmit={submit} className="flex flex-col gap-2.5 text-note">
          <p dir="auto">{when}</p>
          <p dir="auto" className="text-muted">
            {approval}
          </p>
          <TextInput label={t('route.approver')} value={by} onChange={setBy} maxLength={120} />
          <WideButton type="submit" label={t('route.approve')} isDisabled={by.trim() === ''} cap="↵" shortcut="Enter" />
        </Form>
      ) : (
        <>
          <p className="text-note font-semibold">{t('route.approvedBy', { who: approvedBy })}</p>
          {say.map((line) => (
            <SayLine key={line}>{line}</SayLine>
          ))}
          <p dir="auto" className="text-note text-muted">
            <strong className="font-semibold">{t('route.record')}:</strong> {record}
          </p>
        </>
      )}
    </SidePanel>
  )
}
