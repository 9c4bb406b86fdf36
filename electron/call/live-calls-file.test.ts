import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { elapsed } from '../../shared/call/stopwatch.ts'
import type { Log } from '../log.ts'
import { LiveCallsFile } from './live-calls-file.ts'

const start = { mono: 50_000, wall: 1_700_000_000_000 }

test('calls written down are found again, the latest of a burst', async () => {
  const { file } = fileIn(newDir())
  void file.write([])
  void file.write([liveCall()])
  await file.write([liveCall(), { ...liveCall(), id: 'baresip:b' }])
  expect(file.read()).toEqual([liveCall(), { ...liveCall(), id: 'baresip:b' }])
})

test('a companion that stops right after a write still keeps what came then', async () => {
  const { file } = fileIn(newDir())
  await file.write([])
  void file.write([])
  await file.close([liveCall()])
  expect(file.read()).toEqual([liveCall()])
})

test('nothing was in progress when there is no file', () => {
  expect(fileIn(newDir()).file.read()).toEqual([])
})

test.each([['{"calls": [{"id": 7}]}'], ['not json'], ['']])(
  'a file that does not parse is said and costs nothing else: %s',
  (text) => {
    const dir = newDir()
    writeFileSync(join(dir, 'live-calls.json'), text)
    const { file, warnings } = fileIn(dir)
    expect([file.read(), warnings]).toEqual([[], ['Calls in progress could not be read back']])
  },
)

test('after a reboot a running clock goes on from the time that has passed', async () => {
  const dir = newDir()
  await fileIn(dir).file.write([liveCall()])
  const rebooted = { mono: 4_000, wall: start.wall + 30_000 }
  const [call] = fileIn(dir, rebooted).file.read()
  expect(call && elapsed(call.talk, rebooted.mono)).toBe(30_000)
})

test('only this user may read who is calling', async () => {
  const dir = newDir()
  await fileIn(dir).file.write([liveCall()])
  expect(statSync(join(dir, 'live-calls.json')).mode & 0o077).toBe(0)
})

function fileIn(dir: string, now = start) {
  const warnings: string[] = []
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message) => warnings.push(message),
    error: () => undefined,
  }
  return { file: new LiveCallsFile(dir, { now: () => now }, log), warnings }
}

function newDir(): string {
  return mkdtempSync(join(tmpdir(), 'steadyline-calls-'))
}

function liveCall(): Call {
  const call = callAfter(null, { type: 'call.answered', dialer: 'baresip', ref: 'a' }, start)
  if (call === null) throw new Error('an answered call is live')
  return call
}
