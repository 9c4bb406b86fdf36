import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attempt, TransferRecord } from '../../shared/transfer/transfer-record.ts'
import { WhoList } from '../transfer/who-list.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import type { Candidates } from './use-candidates.ts'

interface WhoCardProps {
  readonly candidates: Candidates
  readonly record: TransferRecord
  /** The one who said yes, and then the only one in sight. */
  readonly asked: Attempt | null
  readonly isOpen: boolean
  readonly searchRef: Ref<HTMLInputElement>
  readonly focusMain: () => void
}

/** Who may take the call; with many of them, those that matter and a way to find the rest. */
export function WhoCard({ candidates, record, asked, isOpen, searchRef, focusMain }: WhoCardProps) {
  const { shown, total, chosen, query, find, choose } = candidates
  const { t } = useTranslation()
  const rows = asked ? shown.filter(({ person }) => person.id === asked.to.id) : shown
  return (
    <section className="flex flex-none flex-col rounded-card border border-line bg-surface px-3.5 pt-2.5 pb-1 shadow-card">
      <h2 className="pb-1 text-note font-semibold">{t('transfer.who')}</h2>
      {isOpen && (total > shown.length || query !== '') ? (
        <SearchBox label={t('transfer.find')} query={query} onChange={find} inputRef={searchRef} onLeave={focusMain} />
      ) : null}
      <WhoList
        people={rows}
        attempts={record.attempts}
        chosen={(isOpen ? chosen?.person.id : (asked ?? record.attempts.at(-1))?.to.id) ?? chosen?.person.id ?? null}
        onChoose={isOpen ? choose : undefined}
      />
      {rows.length === 0 && !asked ? (
        <p className="pb-2 text-note text-muted">{t(total === 0 ? 'transfer.noPeople' : 'transfer.noneFound')}</p>
      ) : null}
    </section>
  )
}
