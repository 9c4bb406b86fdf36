import { useTranslation } from 'react-i18next'
import type { Settings, SettingsChange } from '../../shared/settings/settings.ts'
import { Choice } from '../ui/choice.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { HomeCountryPick } from './home-country-pick.tsx'

interface GeneralFormProps {
  readonly settings: Settings
  readonly onChange: (change: SettingsChange) => void
}

const themes = ['system', 'light', 'dark'] as const
const languages = ['system', 'en'] as const

export function GeneralForm({ settings, onChange }: GeneralFormProps) {
  const { t } = useTranslation()
  const offered = settings.language === 'en-XA' ? ([...languages, 'en-XA'] as const) : languages
  return (
    <section aria-label={t('panel.general')} className="flex flex-col gap-3">
      <h3>{t('panel.general')}</h3>
      <Choice
        label={t('panel.theme')}
        value={settings.theme}
        options={themes.map((value) => ({ value, label: t(`panel.themes.${value}`) }))}
        onChange={(theme) => onChange({ theme })}
      />
      <Choice
        label={t('panel.language')}
        value={settings.language}
        options={offered.map((value) => ({ value, label: t(`panel.languages.${value}`) }))}
        onChange={(language) => onChange({ language })}
      />
      <HomeCountryPick value={settings.homeCountry} onChange={(homeCountry) => onChange({ homeCountry })} />
      <Toggle
        label={t('panel.singleKeys')}
        isSelected={settings.singleKeys}
        onChange={(singleKeys) => onChange({ singleKeys })}
      />
    </section>
  )
}
