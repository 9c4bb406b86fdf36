import '../ui/theme.css'
import { I18nextProvider } from 'react-i18next'
import { render } from 'vitest-browser-react'
import type { Settings } from '../../shared/settings/settings.ts'
import { localeFor, speak, words } from '../words/words.ts'
import { App } from './app.tsx'
import { createAsking } from './asking.ts'
import { type FakeStart, fakeSteadyline } from './fake-steadyline.ts'

export interface Shown extends FakeStart {
  readonly theme?: 'light' | 'dark'
  readonly language?: Settings['language']
}

/** For tests: the whole window on a fake companion, as an agent would see it. */
export async function showApp({ theme = 'light', language = 'en', ...start }: Shown = {}) {
  document.documentElement.dataset.theme = theme
  document.documentElement.lang = localeFor(language)
  await speak(localeFor(language))
  const fake = fakeSteadyline(start)
  const screen = await render(
    <I18nextProvider i18n={words}>
      <App steadyline={fake.steadyline} asking={createAsking(fake.steadyline.companion)} />
    </I18nextProvider>,
  )
  screen.container.style.height = '100dvh'
  return { ...fake, screen }
}
