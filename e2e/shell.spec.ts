import type { ElectronApplication } from '@playwright/test'
import { armed, uuid } from '../electron/callbacks/alarms-in-test.ts'
import type { App } from './app/app.ts'
import { ask } from './app/contract-from-page.ts'
import { expect, test } from './fixtures.ts'

test('the page takes nothing from anywhere else', async ({ app }) => {
  const blocked = await app.page.evaluateHandle(async () => {
    const seen = new Set<string>()
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective))
    const elsewhere = 'https://elsewhere.example/x'
    const add = (tag: string, attributes: Readonly<Record<string, string>>, content = '') => {
      const element = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      if (content !== '') element.append(content)
      document.body.append(element)
    }
    add('iframe', { src: elsewhere })
    add('img', { src: elsewhere })
    add('link', { rel: 'stylesheet', href: elsewhere })
    add('style', {}, 'body { color: red }')
    await fetch(elsewhere).catch(() => undefined)
    const asText: (value: string) => unknown = (value) => Object.assign(document.createElement('div'), { innerHTML: value })
    try {
      asText('<b>markup</b>')
    } catch {
      seen.add('innerHTML threw')
    }
    return seen
  })

  await expect
    .poll(() => blocked.evaluate((seen) => [...seen].sort()))
    .toEqual(['connect-src', 'frame-src', 'img-src', 'innerHTML threw', 'require-trusted-types-for', 'style-src-elem'])
})

test('the window comes back where the agent left it', { tag: '@desktop-only' }, async ({ app }) => {
  const left = { x: 60, y: 40, width: 420, height: 640 }
  await electronOf(app).evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), left)

  await app.stop()
  await app.start()

  const found = await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(found).toEqual(left)
})

test('nothing in the page can take the window elsewhere or open another', { tag: '@desktop-only' }, async ({ app }) => {
  const before = app.page.url()

  await app.page.evaluate(() => {
    window.open('https://elsewhere.example/')
    location.href = 'https://elsewhere.example/'
  })
  await expect
    .poll(() => electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading()))
    .toBe(false)

  const windows = await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect({ url: app.page.url(), windows }).toEqual({ url: before, windows: 1 })
})

test('the window stays above the others while the agent wants it to', { tag: '@desktop-only' }, async ({ app }) => {
  const isOnTop = () => electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isAlwaysOnTop())
  expect(await isOnTop()).toBe(false)

  await app.page.evaluate(() => window.companion?.request('settings.change', { alwaysOnTop: true }))
  expect(await isOnTop()).toBe(true)

  await app.stop()
  await app.start()
  expect(await isOnTop()).toBe(true)
})

test('a window that is closed while a call is promised is only put away, and the next start brings it back', {
  tag: '@desktop-only',
}, async ({ app }) => {
  const isPutAway = () =>
    electronOf(app).evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      return window && (window.isMinimized() || !window.isVisible())
    })
  await ask(app.page, 'alarm.set', armed(1, Date.now() + 3_600_000))

  await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect.poll(isPutAway).toBe(true)
  await electronOf(app).evaluate(({ app: system }) => system.emit('second-instance'))
  await expect.poll(isPutAway).toBe(false)

  const gone = electronOf(app).waitForEvent('close')
  await ask(app.page, 'alarm.clear', { callbackId: uuid(1) })
  await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await gone
})

test('a browser that was not let in is told how to get in, and the address of one that was holds no token', {
  tag: '@browser-only',
}, async ({ app }) => {
  const { origin, href } = new URL(app.page.url())

  const stranger = await fetch(origin)

  expect(href).toBe(`${origin}/`)
  expect(stranger.status).toBe(403)
  expect(await stranger.text()).toContain('Open the address that was printed when Steadyline started')
})

function electronOf(app: App): ElectronApplication {
  if (!('electron' in app)) throw new Error('Only the desktop shell runs on Electron')
  return app.electron as ElectronApplication
}
