import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { PickList } from '../ui/pick-list.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { LineProblems } from './line-problems.tsx'
import { mergePeople } from './merge-people.ts'
import { peopleIn } from './people-in.ts'
import { mostPeople, personParts } from './people-table.ts'
import type { PeopleFile } from './read-people-file.ts'

interface ImportPreviewProps {
  readonly file: PeopleFile
  readonly known: readonly Colleague[]
  readonly onImport: (people: readonly Colleague[], count: number) => void
  readonly onCancel: () => void
}

const shown = 5
const none = 'none'

/** What a file would do to the directory, before it does it. */
export function ImportPreview({ file, known, onImport, onCancel }: ImportPreviewProps) {
  const [columns, setColumns] = useState(file.columns)
  const [hasHeading, setHasHeading] = useState(file.hasHeading)
  const { t } = useTranslation()
  const found = peopleIn(file, columns, hasHeading)
  const merged = mergePeople(known, found.people)
  const count = merged.added + merged.changed
  const overfull = merged.people.length > mostPeople
  const width = Math.max(0, ...file.rows.slice(0, 20).map(({ cells }) => cells.length))
  const options = [
    { value: none, label: t('people.noColumn') },
    ...Array.from({ length: width }, (_, index) => {
      const heading = hasHeading ? file.rows[0]?.cells[index]?.trim().slice(0, 60) : ''
      return { value: String(index), label: heading || t('people.column', { number: index + 1 }) }
    }),
  ]
  return (
    <>
      <ScrollArea className="flex flex-1 flex-col gap-3 p-3.5">
        <header>
          <h1 className="text-caller font-semibold">{t('people.preview')}</h1>
          <p className="text-note text-muted">
            <bdi>{file.fileName}</bdi>
          </p>
        </header>
        {file.kind === 'table' ? (
          <section aria-label={t('people.columns')} className="flex flex-col gap-2">
            <Toggle label={t('people.hasHeading')} isSelected={hasHeading} onChange={setHasHeading} />
            <div className="grid grid-cols-2 gap-2">
              {personParts.map((part) => (
                <PickList
                  key={part}
                  label={t(`people.part.${part}`)}
                  value={columns[part] === null ? none : String(columns[part])}
                  options={options}
                  onChange={(value) => setColumns({ ...columns, [part]: value === none ? null : Number(value) })}
                />
              ))}
            </div>
          </section>
        ) : null}
        <p role="status" className={`text-note font-medium ${overfull ? 'text-danger' : 'text-text'}`}>
          {overfull
            ? t('people.overfull', { count: merged.people.length, most: mostPeople })
            : [
                t('people.toAdd', { count: merged.added }),
                t('people.toChange', { count: merged.changed }),
                t('people.asBefore', { count: merged.same }),
              ].join(' · ')}
        </p>
        <ul aria-label={t('people.first')} className="overflow-hidden rounded-card border border-line bg-surface empty:hidden">
          {found.people.slice(0, shown).map((person, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a file may say the same
            <li key={index} className="flex justify-between gap-3 border-line px-3 py-1.5 text-note not-first:border-t">
              <span className="min-w-0">
                <bdi className="font-medium">{person.name}</bdi>
                <span className="block text-small text-muted">
                  <bdi>{[person.role ? t(`team.roles.${person.role}`) : '', ...person.topics].filter(Boolean).join(' · ')}</bdi>
                </span>
              </span>
              <bdi dir="ltr" className="flex-none text-muted tabular-nums">
                {person.number}
              </bdi>
            </li>
          ))}
        </ul>
        {found.people.length > shown ? (
          <p className="text-small text-muted">{t('people.andMore', { count: found.people.length - shown })}</p>
        ) : null}
        {found.problems.length > 0 ? <LineProblems problems={found.problems} /> : null}
      </ScrollArea>
      <div className="flex gap-2 border-t border-line bg-surface px-3.5 py-2.5 *:flex-1">
        <WideButton label={t('people.cancel')} cap="Esc" shortcut="Escape" onPress={onCancel} />
        <WideButton
          look="main"
          label={t('people.take', { count })}
          isDisabled={count === 0 || overfull}
          onPress={() => onImport(merged.people, count)}
        />
      </div>
    </>
  )
}
