import type { Ref } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import type { Disposition } from '../../shared/playbook/playbook.ts'
import { Kbd } from '../ui/kbd.tsx'
import type { ChecklistView } from './checklist.view.ts'

interface DispositionListProps {
  /** The same for every call, and nobody else's on the screen: Chromium keeps each name of a radio for as long as the window. */
  readonly name: string
  readonly dispositions: readonly Disposition[]
  readonly view: Pick<ChecklistView, 'outcome' | 'changeOutcome'>
  readonly listRef?: Ref<HTMLDivElement>
}

/** How it ended, one digit away. */
export function DispositionList({ name, dispositions, view: { outcome, changeOutcome }, listRef }: DispositionListProps) {
  const { t } = useTranslation()
  return (
    <RadioGroup
      {...(listRef ? { ref: listRef } : {})}
      name={name}
      value={outcome.disposition}
      isDisabled={changeOutcome === undefined}
      onChange={(disposition) => changeOutcome?.({ disposition })}
      className="flex flex-col rounded-card border border-line bg-surface px-2 pt-3 pb-2 shadow-card"
    >
      <Label className="px-2 pb-1.5 text-small font-semibold text-accent">{t('wrapUp.title')}</Label>
      {dispositions.map(({ id, label }, index) => (
        <Radio
          key={id}
          value={id}
          className="group flex cursor-default items-center gap-3 rounded-small px-2 py-2 hover:bg-sunken data-focus-visible:outline-2 data-focus-visible:outline-accent data-selected:bg-accent-soft data-selected:font-semibold data-selected:text-accent"
        >
          <Kbd keys={String(index + 1)} />
          <span className="flex-1">{label}</span>
          <svg
            viewBox="0 0 10 10"
            aria-hidden="true"
            className="hidden size-3.5 fill-none stroke-current stroke-[1.5] group-data-selected:block"
          >
            <path d="M1.5 5.2 4 7.7 8.5 2.6" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </Radio>
      ))}
    </RadioGroup>
  )
}
