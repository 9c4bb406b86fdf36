import { useTranslation } from 'react-i18next'
import { SidePanel } from '../ui/side-panel.tsx'
import type { ChecklistView } from './checklist.view.ts'
import { TriggerToggles } from './trigger-toggles.tsx'

interface KindPanelProps {
  readonly view: Pick<ChecklistView, 'kind' | 'triggers'>
  readonly onClose: () => void
}

/** What helps with this kind of client, what does not, and what may have set them off. */
export function KindPanel({ view: { kind, triggers }, onClose }: KindPanelProps) {
  const { t } = useTranslation()
  return (
    <SidePanel title={kind?.name ?? t('kind.more')} closeLabel={t('kind.close')} onClose={onClose}>
      {kind ? (
        <div className="grid grid-cols-2 gap-x-4 text-note">
          <Advice title={t('kind.do')} items={kind.do} />
          <Advice title={t('kind.dont')} items={kind.dont} />
        </div>
      ) : null}
      <TriggerToggles triggers={triggers} />
      {triggers.map(({ id, name, signs, lines, seen }) => (
        <div key={id} dir="auto" className="text-note">
          <h3 className="font-semibold">{name}</h3>
          <p className="text-muted">{signs.join(' ')}</p>
          {seen ? (
            <ul className="mt-1 flex flex-col gap-1 text-body">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
    </SidePanel>
  )
}

interface AdviceProps {
  readonly title: string
  readonly items: readonly string[]
}

function Advice({ title, items }: AdviceProps) {
  return (
    <div>
      <h3 className="text-small font-semibold text-muted">{title}</h3>
      <ul className="mt-0.5 flex flex-col gap-1">
        {items.map((item) => (
          <li key={item} dir="auto">
            {item}
          </li>
        ))}
      </ul>
    </div>
  )
}
