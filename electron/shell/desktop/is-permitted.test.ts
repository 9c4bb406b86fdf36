import { describe, expect, it } from 'vitest'
import { isPermitted } from './is-permitted.ts'

const origin = 'app://steadyline'

describe('what a page asks the machine for', () => {
  it.each(['clipboard-sanitized-write', 'persistent-storage'])('is granted to our page: %s', (permission) => {
    expect(isPermitted(permission, 'app://steadyline/', origin)).toBe(true)
  })

  it('is denied to any other page', () => {
    expect(isPermitted('clipboard-sanitized-write', 'https://evil.example/', origin)).toBe(false)
  })

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'usb', 'a new one'])(
    'is denied also to our page: %s',
    (permission) => {
      expect(isPermitted(permission, 'app://steadyline/', origin)).toBe(false)
    },
  )
})
