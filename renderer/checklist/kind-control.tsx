import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { useSteady } from '../ui/use-steady.ts'
import type { ChecklistView } from './checklist.view.ts'

interface KindControlProps {
  /** The same for every call, and nobody else's on the screen: Chromium keeps each name of a radio for as long as the window. */
  readonly name: string
  readonly view: Pick<ChecklistView, 'kinds' | 'kind' | 'chooseKind'>
}

/** Who is on the other end, one digit away. */
export function KindControl({ name: groupName, view: { kinds, kind, chooseKind } }: KindControlProps) {
  'use memo'
  const { t } = useTranslation()
  const choose = useSteady((id: string) => chooseKind?.(id))
  return (
    <RadioGroup
      name={groupName}
      aria-label={t('kind.title')}
      value={kind?.id ?? null}
      isDisabled={chooseKind === undefined}
      onChange={choose}
      orientation="horizontal"
      className="grid grid-cols-[repeat(auto-fit,minmax(4.5rem,1fr))] gap-0.5 rounded-card bg-sunken p-0.75"
    >
      {kinds.map(({ id, name }, index) => (
        <Radio
          key={id}
          value={id}
          className="flex min-w-0 cursor-default flex-col items-center justify-center rounded-[7px] border border-transparent px-0.5 py-1 text-center text-small leading-tight text-muted data-focus-visible:outline-2 data-focus-visible:outline-accent data-selected:border-edge data-selected:bg-surface data-selected:font-semibold data-selected:text-text forced-colors:border-[Canvas] forced-colors:data-selected:border-[Highlight]"
        >
          <span aria-hidden="true" className="text-key font-normal text-faint">
            {index + 1}
          </span>
          <span className="grid *:[grid-area:1/1]">
            <span aria-hidden="true" className="invisible font-semibold">
              {name}
            </span>
            <span>{name}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
