import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResolutionOption } from '../../shared/playbook/playbook.ts'
import { Choice } from '../ui/choice.tsx'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { Toggle } from '../ui/toggle.tsx'
import type { ChecklistView } from './checklist.view.ts'
import { GrantList } from './grant-list.tsx'
import { KindControl } from './kind-control.tsx'
import { ReportCard } from './report-card.tsx'
import { reportRung } from './report-rung.ts'
import { TriggerToggles } from './trigger-toggles.tsx'

interface OutcomeDetailsProps {
  readonly view: ChecklistView
  readonly options: readonly ResolutionOption[]
  /** Calls that may be promised after this one. */
  readonly followUps: ReactNode
  readonly onClose: () => void
}

const grades = ['1', '2', '3', '4', '5'] as const

/** What may be said of a call beside how it ended; every part may stay blank. */
export function OutcomeDetails({ view, options, followUps, onClose }: OutcomeDetailsProps) {
  const { outcome, changeOutcome, triggers } = view
  const [tags, setTags] = useState(outcome.tags.join(', '))
  const { t } = useTranslation()
  const report = reportRung(view.ladder)
  const changeTags = (text: string) => {
    setTags(text)
    changeOutcome?.({ tags: tagsIn(text) })
  }
  return (
    <SidePanel title={t('wrapUp.more')} closeLabel={t('wrapUp.less')} onClose={onClose}>
      {report ? <ReportCard rung={report} /> : null}
      <TextInput
        label={t('wrapUp.agreed')}
        value={outcome.agreed}
        onChange={(agreed) => changeOutcome?.({ agreed })}
        maxLength={500}
      />
      <Toggle label={t('wrapUp.followUp')} isSelected={outcome.followUp} onChange={(followUp) => changeOutcome?.({ followUp })} />
      {followUps}
      <Choice
        label={t('wrapUp.hardness')}
        value={outcome.hardness === null ? null : String(outcome.hardness)}
        options={grades.map((grade) => ({ value: grade, label: grade }))}
        onChange={(grade) => changeOutcome?.({ hardness: Number(grade) })}
      />
      <GrantList options={options} granted={outcome.granted} onChange={(granted) => changeOutcome?.({ granted })} />
      <KindControl name="outcome-kind" view={view} />
      <TriggerToggles triggers={triggers} />
      <TextInput label={t('wrapUp.tags')} value={tags} onChange={changeTags} maxLength={300} />
    </SidePanel>
  )
}

function tagsIn(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
