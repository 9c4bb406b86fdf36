import { getCountries } from 'libphonenumber-js/min'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PickList } from '../ui/pick-list.tsx'

interface HomeCountryPickProps {
  readonly value: string
  readonly onChange: (country: string) => void
}

const bySystem = 'system'

/** The country of numbers that are written without one. */
export function HomeCountryPick({ value, onChange }: HomeCountryPickProps) {
  const { t, i18n } = useTranslation()
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' })
    return getCountries()
      .map((country) => ({ value: country as string, label: names.of(country) ?? country }))
      .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language))
  }, [i18n.language])
  return (
    <div className="flex flex-col gap-1">
      <PickList
        label={t('person.homeCountry')}
        value={value === '' ? bySystem : value}
        options={[{ value: bySystem, label: t('person.homeBySystem') }, ...countries]}
        onChange={(chosen) => onChange(chosen === bySystem ? '' : chosen)}
      />
      <p className="text-small text-muted">{t('person.homeWhy')}</p>
    </div>
  )
}
