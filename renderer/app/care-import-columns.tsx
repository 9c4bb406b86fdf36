import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { csvParts, guessCsvColumns, noColumns } from '../care/csv-columns.ts'
import { type CsvMapping, type CsvRecord, csvRecord } from '../care/csv-records.ts'
import { type DayOrder, dayOrderIn } from '../care/csv-times.ts'
import type { CsvRow } from '../care/read-csv.ts'
import { Choice } from '../ui/choice.tsx'
import { PickList } from '../ui/pick-list.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { fullTimeText } from '../words/times.ts'

interface CareImportColumnsProps {
  readonly rows: readonly CsvRow[]
  readonly isBusy: boolean
  readonly onCheck: (mapping: CsvMapping) => void
}

const none = 'none'
const shown = 3

/** Which column of a table says what, with the first rows as they would become. */
export function CareImportColumns({ rows, isBusy, onCheck }: CareImportColumnsProps) {
  const guess = guessCsvColumns(rows[0]?.cells ?? [])
  const [columns, setColumns] = useState(guess ?? noColumns)
  const [hasHeading, setHasHeading] = useState(guess !== null)
  const [chosen, setChosen] = useState<DayOrder | null>(null)
  const [preview, setPreview] = useState<readonly (CsvRecord | { readonly line: number; readonly part: string })[]>([])
  const { t, i18n } = useTranslation()
  const body = hasHeading ? rows.slice(1) : rows
  const column = columns.startedAt
  const found = column === null ? null : dayOrderIn(body.map(({ cells }) => cells[column] ?? ''))
  const order = found === 'any' ? 'dayFirst' : (found ?? chosen)
  const width = Math.max(0, ...rows.slice(0, 20).map(({ cells }) => cells.length))
  const options = [
    { value: none, label: t('care.noColumn') },
    ...Array.from({ length: width }, (_, index) => {
      const heading = hasHeading ? rows[0]?.cells[index]?.trim().slice(0, 60) : ''
      return { value: String(index), label: heading || t('care.column', { number: index + 1 }) }
    }),
  ]

  useEffect(() => {
    let isOld = false
    const first = rows.slice(hasHeading ? 1 : 0, (hasHeading ? 1 : 0) + shown)
    const mapping = { columns, hasHeading, order: order ?? 'dayFirst' }
    void Promise.all(
      first.map(async (row) => {
        const record = await csvRecord(row, mapping)
        return typeof record === 'string' ? { line: row.line, part: t(`care.parts.${record}`) } : record
      }),
    ).then((made) => !isOld && setPreview(made))
    return () => {
      isOld = true
    }
  }, [rows, columns, hasHeading, order, t])

  return (
    <>
      <h3 className="text-note font-semibold">{t('care.columns')}</h3>
      <Toggle label={t('care.hasHeading')} isSelected={hasHeading} onChange={setHasHeading} />
      <div className="grid grid-cols-2 gap-2">
        {csvParts.map((part) => (
          <PickList
            key={part}
            label={t(`care.parts.${part}`)}
            value={columns[part] === null ? none : String(columns[part])}
            options={options}
            onChange={(value) => setColumns({ ...columns, [part]: value === none ? null : Number(value) })}
          />
        ))}
      </div>
      {column !== null && found === null ? (
        <Choice
          label={t('care.order')}
          value={chosen}
          options={(['dayFirst', 'monthFirst'] as const).map((value) => ({ value, label: t(`care.orders.${value}`) }))}
          onChange={setChosen}
        />
      ) : null}
      <section aria-label={t('care.firstRows')} className="flex flex-col gap-1">
        <h3 className="text-small font-medium text-muted">{t('care.firstRows')}</h3>
        <ul className="overflow-hidden rounded-card border border-line bg-surface text-note">
          {preview.map((made) =>
            'line' in made ? (
              <li key={made.line} className="border-line px-3 py-1.5 text-warn not-first:border-t">
                {t('care.notRow', made)}
              </li>
            ) : (
              <li key={made.call.id} className="border-line px-3 py-1.5 not-first:border-t">
                <bdi className="font-medium">{made.call.party.name || made.call.party.number}</bdi>
                <span className="block text-small text-muted">{fullTimeText(made.call.startedAt, i18n.language)}</span>
                <bdi className="line-clamp-2">{made.note?.text}</bdi>
              </li>
            ),
          )}
        </ul>
      </section>
      <WideButton
        look="main"
        label={t('care.check')}
        isDisabled={order === null || column === null || isBusy}
        onPress={() => order && onCheck({ columns, hasHeading, order })}
      />
    </>
  )
}
