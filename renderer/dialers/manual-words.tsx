import { useTranslation } from 'react-i18next'

export function ManualWords() {
  const { t } = useTranslation()
  return (
    <section aria-label={t('manual.title')}>
      <h3>{t('manual.title')}</h3>
      <p className="text-note text-muted">{t('manual.why')}</p>
    </section>
  )
}
