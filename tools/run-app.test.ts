import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { runApp } from './run-app.mjs'

test('what the app prints is shown, and seen line by line', async () => {
  const shown = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const lines: string[] = []

  const { code } = await runApp(process.execPath, ['-e', "console.log('one\\ntwo')"], { onLine: (line) => lines.push(line) })

  expect({ code, lines, shown: shown.mock.calls }).toEqual({ code: 0, lines: ['one', 'two'], shown: [['one'], ['two']] })
  shown.mockRestore()
})

test('the exit code of the app is handed on', async () => {
  expect(await runApp(process.execPath, ['-e', 'process.exit(7)'])).toEqual({ code: 7, ranFor: expect.any(Number) })
})

test('an app that is not there ends with 127', async () => {
  expect(await runApp('/no/such/electron', [])).toEqual({ code: 127, ranFor: expect.any(Number) })
})

test('an app never believes that it should be Node, whatever the editor it was started from says', async () => {
  vi.stubEnv('ELECTRON_RUN_AS_NODE', '1')

  const { code } = await runApp(process.execPath, ['-e', "process.exit('ELECTRON_RUN_AS_NODE' in process.env ? 1 : 0)"])

  expect(code).toBe(0)
  vi.unstubAllEnvs()
})

test('an app stops cleanly when the npm it was started by is ended, which tells only the shell between', async () => {
  const app =
    "process.on('SIGTERM', () => console.log('stopped') ?? process.exit()); console.log('runs'); setInterval(() => {}, 1000)"
  const runner = `import { runApp } from ${JSON.stringify(pathToFileURL('tools/run-app.mjs'))}
    await runApp(process.execPath, ['-e', ${JSON.stringify(app)}])`
  const shell = spawn('sh', ['-c', '"$0" --input-type=module --eval "$1"; true', process.execPath, runner], {
    env: { ...process.env, npm_lifecycle_event: 'hub' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const printed = createInterface({ input: shell.stdout }).on('line', (line) => {
    lines.push(line)
    if (line === 'runs') shell.kill('SIGTERM')
  })

  await once(printed, 'close')

  expect(lines).toEqual(['runs', 'stopped'])
})
