import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import * as z from 'zod'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt)

const base64 = z.base64().transform((text): Buffer => Buffer.from(text, 'base64'))

/** What is kept of a password. */
export const passwordHash = z.object({ salt: base64, hash: base64 })
export type PasswordHash = z.infer<typeof passwordHash>

/**
 * Passwords are made here and never chosen, so nobody can guess one however fast they try; the cost is what lets a team of
 * hundreds come back within seconds when the hub is restarted.
 */
const cost = { N: 1024, r: 8, p: 1 }
const hashLength = 32

/** Lower-case letters and digits that are not mistaken for each other when read aloud or copied by hand. */
const alphabet = 'abcdefghjkmnpqrstvwxyz23456789'

/** 25 characters in groups of five: 122 bits. */
export function newPassword(): string {
  return Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-')
}

export async function hashOf(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16)
  return { salt, hash: await derive(password, salt, hashLength, cost) }
}

const nobodys: PasswordHash = { salt: randomBytes(16), hash: randomBytes(hashLength) }

/** Takes as long for somebody unknown as for a member, so that the time says nothing about who is one. */
export async function isPasswordOf(kept: PasswordHash | undefined, password: string): Promise<boolean> {
  const { salt, hash } = kept ?? nobodys
  const shown = await derive(password, salt, hashLength, cost)
  return hash.length === shown.length && timingSafeEqual(hash, shown) && kept !== undefined
}
