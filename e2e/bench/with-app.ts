import type { App } from '../app/app.ts'
import type { AppClock } from '../app/app-clock.ts'
import { browserApp } from '../app/browser-app.ts'
import { ask } from '../app/contract-from-page.ts'
import { freshPlace } from '../app/fresh-place.ts'
import { FakeSoftphone } from './fake-softphone.ts'

/** Runs `measure` in a fresh browser shell; its clock may be one that is moved by a file. */
export async function withApp<Result>(
  measure: (app: App) => Promise<Result>,
  clockBy?: (file: string) => AppClock,
): Promise<Result> {
  const place = await freshPlace()
  const app = browserApp(clockBy ? { ...place, clock: clockBy(`${place.profileDir}.clock`) } : place)
  try {
    await app.start()
    return await measure(app)
  } finally {
    await app.killHard()
    await place.leave()
  }
}

/** The same with a softphone that rings at any rate, connected by the real adapter. */
export async function withSoftphone<Result>(measure: (app: App, phone: FakeSoftphone) => Promise<Result>): Promise<Result> {
  const phone = await FakeSoftphone.listening()
  try {
    return await withApp(async (app) => {
      await ask(app.page, 'settings.change', { baresip: { enabled: true, host: '127.0.0.1', port: phone.port } })
      await phone.connected()
      return measure(app, phone)
    })
  } finally {
    await phone.stop()
  }
}
