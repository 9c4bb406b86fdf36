import { app, type Session, shell, type WebContents } from 'electron'
import type { Log } from '../../log.ts'
import { isPermitted } from './is-permitted.ts'
import { isOurPage } from './is-trusted-sender.ts'

/** Milliseconds after a click or a key in which a link may open the browser. */
const clickCountsFor = 1000

/** Nothing but our own page is loaded, asked for or granted, in any window there will ever be. */
export function lockDown(session: Session, ourOrigin: string, log: Log): void {
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    isPermitted(permission, requestingOrigin, ourOrigin),
  )
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(isPermitted(permission, requestingUrl, ourOrigin)),
  )
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const cancel = !mayLoad(url, ourOrigin)
    if (cancel) log.warn('Stopped a request that leaves the app', { scheme: schemeOf(url) })
    decide({ cancel })
  })
  app.on('web-contents-created', (_event, contents) => confine(contents, ourOrigin, log))
}

function confine(contents: WebContents, ourOrigin: string, log: Log): void {
  let lastClick = Number.NEGATIVE_INFINITY
  contents.on('input-event', (_event, { type }) => {
    if (type === 'mouseUp' || type === 'keyDown' || type === 'rawKeyDown') lastClick = performance.now()
  })
  contents.on('will-navigate', (event) => {
    if (isOurPage(event.url, ourOrigin)) return
    event.preventDefault()
    log.warn('Stopped a navigation that leaves the app', { scheme: schemeOf(event.url) })
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const clicked = performance.now() - lastClick < clickCountsFor
    lastClick = Number.NEGATIVE_INFINITY
    if (clicked && schemeOf(url) === 'https:') void shell.openExternal(url)
    else log.warn('Stopped a window from opening', { scheme: schemeOf(url), clicked })
    return { action: 'deny' }
  })
}

function mayLoad(url: string, ourOrigin: string): boolean {
  const scheme = schemeOf(url)
  if (scheme === 'data:' || scheme === 'blob:' || scheme === 'devtools:') return true
  return isOurPage(url, ourOrigin) || isOurPage(url, ourOrigin.replace(/^http/, 'ws'))
}

function schemeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : 'none'
}
