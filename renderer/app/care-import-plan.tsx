import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Comparison, type MergeRule, mergeRules } from '../care/compare-records.ts'
import { csvParts } from '../care/csv-columns.ts'
import type { Import } from '../care/import-json.ts'
import { Choice } from '../ui/choice.tsx'
import { WideButton } from '../ui/wide-button.tsx'

interface CareImportPlanProps {
  readonly file: string
  readonly found: Import
  readonly comparison: Comparison
  /** A table says less than a record: what is here already stays as it is. */
  readonly isTable: boolean
  readonly isBusy: boolean
  readonly onTake: (rule: MergeRule) => void
}

const shown = 10

/** What an import would change, before it does. */
export function CareImportPlan({ file, found, comparison, isTable, isBusy, onTake }: CareImportPlanProps) {
  const [rule, setRule] = useState<MergeRule>('keepMine')
  const { t } = useTranslation()
  const { fresh, same, differing } = comparison
  const isAsked = differing > 0 && !isTable
  const count = fresh + (isAsked && rule !== 'keepMine' ? differing : 0)
  const partText = (part: string) => {
    const ofTable = csvParts.find((name) => isTable && name === part)
    return ofTable ? t(`care.parts.${ofTable}`) : part.slice(0, 80) || t('care.brokenWhole')
  }
  const already = same + (isTable ? differing : 0)
  return (
    <>
      <div className="rounded-card border border-line bg-surface px-3.5 py-2.5 text-note">
        <h3 className="font-semibold">
          <bdi>{t('care.plan', { file })}</bdi>
        </h3>
        <p role="status">
          {[
            t('care.fresh', { count: fresh }),
            t('care.same', { count: already }),
            ...(isAsked ? [t('care.differing', { count: differing })] : []),
          ].join(' · ')}
        </p>
      </div>
      {found.brokenCount > 0 ? (
        <div className="rounded-card bg-warn-soft px-3.5 py-2.5 text-note">
          <h3 className="font-semibold">{t('care.broken', { count: found.brokenCount })}</h3>
          <ul>
            {found.broken.slice(0, shown).map(({ line, part }) => (
              <li key={line}>
                <bdi>{t('care.brokenLine', { line, part: partText(part) })}</bdi>
              </li>
            ))}
          </ul>
          {found.brokenCount > shown ? <p>{t('care.more', { count: found.brokenCount - shown })}</p> : null}
        </div>
      ) : null}
      {isAsked ? (
        <Choice
          label={t('care.rule')}
          value={rule}
          options={mergeRules.map((value) => ({ value, label: t(`care.rules.${value}`) }))}
          onChange={setRule}
        />
      ) : null}
      <WideButton
        look="main"
        label={t('care.doImport', { count })}
        isDisabled={count === 0 || isBusy}
        onPress={() => onTake(isTable ? 'keepMine' : rule)}
      />
    </>
  )
}
