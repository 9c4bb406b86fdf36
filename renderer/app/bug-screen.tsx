import { words } from '../words/words.ts'

export function BugScreen() {
  return (
    <main role="alert" className="grid h-full place-items-center p-6 text-center">
      <p>{words.t('app.bug')}</p>
    </main>
  )
}
