import { Button } from 'react-aria-components/Button'
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { useTranslation } from 'react-i18next'
import type { CallbackKind } from '../../shared/callbacks/callback.ts'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { Choice } from '../ui/choice.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { TextInput } from '../ui/text-input.tsx'
import type { PromiseTerms } from './promise-terms.ts'

interface PromiseMoreProps {
  readonly terms: PromiseTerms
  readonly people: readonly Pick<Colleague, 'id' | 'name'>[]
  readonly onChange: (part: Partial<PromiseTerms>) => void
}

const promises = ['evenWithout', 'withAnswer', 'decision', 'asked', 'thanks'] as const
const keepers = ['me', 'deputy', 'anyone'] as const
const kinds = ['callback', 'satisfaction', 'thanks'] as const satisfies readonly CallbackKind[]
const priorities = ['normal', 'high'] as const

/** What can wait until the caller has gone: why, what, who else, and how much it matters. */
export function PromiseMore({ terms, people, onChange }: PromiseMoreProps) {
  const { t } = useTranslation()
  const options = promises.map((promise) => t(`promising.promises.${promise}`))
  return (
    <Disclosure className="border-t border-line pt-1">
      {({ isExpanded }) => (
        <>
          <Button slot="trigger" className="rounded-small py-1 font-semibold underline underline-offset-2">
            {t(isExpanded ? 'promising.less' : 'promising.more')}
          </Button>
          <DisclosurePanel className="flex flex-col gap-2.5">
            <TextInput
              label={t('promising.reason')}
              value={terms.reason}
              onChange={(reason) => onChange({ reason })}
              maxLength={500}
            />
            <PickList
              label={t('promising.promised')}
              value={terms.promised}
              options={options.map((label) => ({ value: label, label }))}
              onChange={(said) => onChange({ promised: said })}
            />
            <TextInput
              label={t('promising.topic')}
              value={terms.topic}
              onChange={(topic) => onChange({ topic })}
              maxLength={120}
            />
            <TextInput
              label={t('promising.notes')}
              value={terms.notes}
              onChange={(notes) => onChange({ notes })}
              maxLength={1000}
            />
            {people.length === 0 ? null : (
              <Choice
                label={t('promising.keeper')}
                value={terms.keeper}
                options={keepers.map((value) => ({ value, label: t(`promising.keepers.${value}`) }))}
                onChange={(keeper) => onChange({ keeper })}
              />
            )}
            {terms.keeper === 'me' ? null : (
              <PickList
                label={t('promising.deputy')}
                value={terms.deputyId ?? ''}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(deputyId) => onChange({ deputyId })}
              />
            )}
            <Choice
              label={t('promising.priority')}
              value={terms.priority}
              options={priorities.map((value) => ({ value, label: t(`promising.priorities.${value}`) }))}
              onChange={(priority) => onChange({ priority })}
            />
            <Choice
              label={t('promising.kind')}
              value={terms.kind}
              options={kinds.map((value) => ({ value, label: t(`promising.kinds.${value}`) }))}
              onChange={(kind) => onChange({ kind })}
            />
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  )
}
