import '../ui/theme.css'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { CompanionBridge } from '../../shared/contract.ts'
import { loadNumberingPlans } from '../words/phone-numbers.ts'
import { words } from '../words/words.ts'
import { App } from './app.tsx'
import { keepAppearance } from './appearance.ts'
import { createAsking } from './asking.ts'
import { browserBridge } from './browser-bridge.ts'
import { BugScreen } from './bug-screen.tsx'
import { createSteadyline } from './wiring.ts'

declare global {
  interface Window {
    /** Put there by the desktop shell's preload; absent in the browser shell. */
    readonly companion?: CompanionBridge
  }
}

const steadyline = createSteadyline(window.companion ?? browserBridge())
keepAppearance(steadyline.mirror)

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')

const root = createRoot(place, {
  onUncaughtError: (error) => {
    console.error(error)
    root.render(<BugScreen />)
  },
})
root.render(
  <I18nextProvider i18n={words}>
    <App steadyline={steadyline} asking={createAsking(steadyline.companion)} />
  </I18nextProvider>,
)
void loadNumberingPlans()
