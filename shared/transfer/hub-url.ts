/** Whether this is the address of a hub, or none yet; it never carries a user or a password. */
export function isHubUrl(text: string): boolean {
  return text === '' || /^mqtts?:\/\/(\[[0-9a-f:.]+\]|[^\s/@:?#[\]]+)(:\d{1,5})?\/?$/i.test(text)
}
