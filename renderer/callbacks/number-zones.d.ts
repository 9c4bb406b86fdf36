declare module 'virtual:number-zones' {
  /** By the digits an international number begins with, zones with `&` between them. */
  const zones: Readonly<Record<string, string>>
  export default zones
}
