/** Who sent a message, as Electron tells it. */
export interface Sender {
  /** The web contents it came from. */
  readonly contentsId: number
  /** `null` when the frame has navigated or gone since. */
  readonly frame: { readonly url: string; readonly isTopmost: boolean } | null
}

/** Only the main frame of our one window, showing our own page, may ask the companion for anything. */
export function isTrustedSender(sender: Sender, ourContentsId: number | null, ourOrigin: string): boolean {
  return sender.contentsId === ourContentsId && sender.frame?.isTopmost === true && isOurPage(sender.frame.url, ourOrigin)
}

/** Compares scheme and host: a URL of a scheme unknown to Node has no `origin`. */
export function isOurPage(url: string, ourOrigin: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return `${protocol}//${host}` === ourOrigin && username === '' && password === ''
}
