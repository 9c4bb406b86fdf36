import { useTranslation } from 'react-i18next'

interface AgendaEmptyProps {
  readonly query: string
  readonly isNew: boolean
}

/** An empty list says what would stand there, or how to find more. */
export function AgendaEmpty({ query, isNew }: AgendaEmptyProps) {
  const { t } = useTranslation()
  if (isNew)
    return (
      <div className="flex flex-1 flex-col justify-center gap-2 px-5 pb-8">
        <p className="text-caller font-semibold">{t('agenda.none')}</p>
        <p className="text-muted text-pretty">{t('agenda.teach')}</p>
      </div>
    )
  return (
    <div className="px-4 py-6 text-center">
      <p className="font-semibold">
        <bdi>{t('agenda.nothing', { query })}</bdi>
      </p>
      <p className="text-note text-muted">{t('agenda.nothingHint')}</p>
    </div>
  )
}
