/** Locks small texts to this user of this machine, by what the system has for that. */
export interface Keychain {
  wrap(text: string): Buffer
  /** Throws when it was wrapped by another user, on another machine, or changed since. */
  unwrap(wrapped: Buffer): string
}
