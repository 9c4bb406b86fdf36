/** Closes a union: compiles only while every member is handled, throws if one arrives all the same. */
export function assertNever(unexpected: never): never {
  throw new Error(`Not handled: ${JSON.stringify(unexpected)}`)
}
