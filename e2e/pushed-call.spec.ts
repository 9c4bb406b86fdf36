import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type PushAnswer, PushingDialer } from './drivers/pushing-dialer.ts'
import { expect, test } from './fixtures.ts'

const call = { id: '7', direction: 'incoming', number: '+15550120', name: 'Pia' } as const

test('curl alone drives a call from its first ring to its end', async ({ app, agent }) => {
  const dialer = await PushingDialer.pluggedInto(app)

  await dialer.says({ event: 'ringing', ...call })
  await agent.seesCallFrom('Pia')
  await dialer.says({ event: 'answered', ...call })
  await agent.isAtStep('Prepare')
  await dialer.says({ event: 'held', ...call })
  await agent.seesHold()
  await dialer.says({ event: 'resumed', ...call })
  await agent.isOnTheLineWith('Pia')
  await agent.notes('By push')
  await dialer.says({ event: 'ended', ...call })

  await agent.wrapsUp('Resolved')
  await agent.seesNoteOf('Pia', 'By push')
})

test('a PBX that pushes to Zammad pushes to Steadyline', async ({ app, agent }) => {
  const dialer = await PushingDialer.pluggedInto(app)
  const zammad = { from: '+15550121', to: '+15559999', direction: 'in', callId: 'z-1', 'user[]': 'Ana' }

  await dialer.saysToZammad({ event: 'newCall', ...zammad })
  await agent.seesCallFrom('+15550121')
  await dialer.saysToZammad({ event: 'answer', ...zammad })
  await agent.isAtStep('Prepare')
  await dialer.saysToZammad({ event: 'hangup', cause: 'normalClearing', ...zammad })

  await agent.seesWrapUp()
})

test('whoever may not push is told why, and the call in progress never notices', async ({ app, agent }) => {
  const dialer = await PushingDialer.pluggedInto(app)
  await dialer.says({ event: 'answered', ...call })
  await agent.isOnTheLineWith('Pia')
  await agent.notes('Untouched')
  const end = ['--json', JSON.stringify({ event: 'ended', ...call })] as const
  const bearer = ['--header', `Authorization: Bearer ${dialer.token}`] as const
  const tenMegabytes = path.join(path.dirname(app.dataDir), 'ten-megabytes')
  await writeFile(tenMegabytes, Buffer.alloc(10 * 1024 * 1024, 'x'))

  const answers = {
    noToken: await dialer.curl('/call', ...end),
    wrongToken: await dialer.curl('/call', ...end, '--header', 'Authorization: Bearer wrong'),
    foreignHost: await dialer.curl('/call', ...end, ...bearer, '--header', 'Host: evil.example'),
    foreignOrigin: await dialer.curl('/call', ...end, ...bearer, '--header', 'Origin: https://evil.example'),
    tooLarge: await dialer.curl('/call', ...bearer, '--header', 'Expect:', '--json', `@${tenMegabytes}`),
    noJson: await dialer.curl('/call', ...bearer, '--json', '{"event":'),
    noSuchEvent: await dialer.curl('/call', ...bearer, '--json', '{"event":"explode","id":"7"}'),
  }

  expect(statusOf(answers)).toEqual({
    noToken: 401,
    wrongToken: 401,
    foreignHost: 403,
    foreignOrigin: 403,
    tooLarge: 413,
    noJson: 400,
    noSuchEvent: 400,
  })
  for (const { sentence } of Object.values(answers)) expect(sentence).toMatch(/^[A-Z][^<>]+\.$/)
  await agent.isOnTheLineWith('Pia')
  await agent.hasNoted('Untouched')
})

const hostileNames = {
  markup: '<img src=x onerror="window.attacked=1"><script>window.attacked=2</script>',
  controls: 'Eve\u0000\u0007\u001b[31m\r\nAdmin',
  'right-to-left': '\u202Etxe.yraurbeF\u202C says ok',
  endless: 'Q'.repeat(10_000),
} as const

for (const [kind, name] of Object.entries(hostileNames)) {
  test(`a caller whose name is ${kind} leaves the screen whole`, async ({ app, agent }) => {
    const dialer = await PushingDialer.pluggedInto(app)
    expect((await dialer.says({ event: 'ringing', id: '8', direction: 'incoming', number: '+15550122', name })).status).toBe(200)
    await agent.seesCallFrom('+15550122')
    await dialer.says({ event: 'answered', id: '8' })
    await agent.isAtStep('Prepare')

    await agent.seesNothingCutOff()
    expect(await app.page.evaluate(() => 'attacked' in window)).toBe(false)
    expect(await app.page.locator('img[src="x"]').count()).toBe(0)
    const shown = `${await app.page.title()} ${await app.page.locator('body').textContent()}`
    expect(shown.replace(/\s/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
  })
}

function statusOf(answers: Readonly<Record<string, PushAnswer>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]))
}
