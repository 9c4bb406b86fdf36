import { useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import type { Comparison, MergeRule } from '../care/compare-records.ts'
import type { CsvMapping } from '../care/csv-records.ts'
import type { Import } from '../care/import-json.ts'
import type { CsvRow } from '../care/read-csv.ts'
import type { Written } from '../care/write-records.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { CareImportColumns } from './care-import-columns.tsx'
import { CareImportPlan } from './care-import-plan.tsx'
import { type CareNews, CareSection } from './care-section.tsx'
import { type CareTrouble, careTroubleText } from './care-trouble.ts'
import type { Steadyline } from './steadyline.ts'
import { takeBackNews } from './take-back-news.ts'
import { useLongWork } from './use-long-work.ts'

interface CareImportProps {
  readonly steadyline: Steadyline
}

type Stage =
  | { readonly at: 'start' }
  | { readonly at: 'columns'; readonly file: string; readonly rows: readonly CsvRow[] }
  | {
      readonly at: 'plan'
      readonly file: string
      readonly found: Import
      readonly comparison: Comparison
      readonly isTable: boolean
    }

export function CareImport({ steadyline }: CareImportProps) {
  const [stage, setStage] = useState<Stage>({ at: 'start' })
  const [news, setNews] = useState<CareNews | null>(null)
  const works = useLongWork()
  const { t } = useTranslation()
  const fail = (trouble: CareTrouble) => setNews({ said: careTroubleText(t, trouble), isTrouble: true })

  const compare = async (file: string, found: Import, isTable: boolean) => {
    const care = await steadyline.care()
    const compared = await works.run(t('care.comparing'), (work) => care.compare(found.records, work))
    if (!compared) return
    if (!compared.ok) return fail(compared.failure)
    setStage({ at: 'plan', file, found, comparison: compared.value, isTable })
  }
  const pick = async (file: File) => {
    setNews(null)
    setStage({ at: 'start' })
    const name = t('care.reading', { file: file.name })
    if (/\.json$/i.test(file.name)) {
      const { readJsonExport } = await import('../care/import-json.ts')
      const read = await works.run(name, (work) => readJsonExport(file, work))
      if (read?.ok) await compare(file.name, read.value, false)
      else if (read) fail(read.failure)
      return
    }
    const { readCsv } = await import('../care/read-csv.ts')
    const read = await works.run(name, (work) => readCsv(file, work))
    if (read?.ok) setStage({ at: 'columns', file: file.name, rows: read.value.rows })
    else if (read) fail(read.failure)
  }
  const check = async (file: string, rows: readonly CsvRow[], mapping: CsvMapping) => {
    const { csvRecords } = await import('../care/csv-records.ts')
    const found = await works.run(t('care.reading', { file }), (work) => csvRecords(rows, mapping, work))
    if (found) await compare(file, found, true)
  }
  const undo = (written: Written) => void takeBackNews(steadyline, works, written, t).then(setNews)
  const take = async (found: Import, rule: MergeRule) => {
    const care = await steadyline.care()
    const done = await works.run(t('care.writing'), (work) => care.take(found.records, rule, work))
    if (!done) return
    if (!done.ok) return fail(done.failure)
    await steadyline.callbacks.adopt([])
    setStage({ at: 'start' })
    setNews({ said: t('care.imported', { count: done.value.length }), isTrouble: false, undo: () => undo(done.value) })
  }

  return (
    <CareSection title={t('care.import')} why={t('care.importWhy')} works={works} news={news}>
      <FileTrigger
        acceptedFileTypes={['.json', '.csv', '.tsv', '.txt']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) void pick(file)
        }}
      >
        <WideButton label={t('care.pick')} isDisabled={works.now !== null} />
      </FileTrigger>
      {stage.at === 'columns' ? (
        <CareImportColumns
          key={stage.file}
          rows={stage.rows}
          isBusy={works.now !== null}
          onCheck={(mapping) => void check(stage.file, stage.rows, mapping)}
        />
      ) : null}
      {stage.at === 'plan' ? (
        <CareImportPlan {...stage} isBusy={works.now !== null} onTake={(rule) => void take(stage.found, rule)} />
      ) : null}
    </CareSection>
  )
}
