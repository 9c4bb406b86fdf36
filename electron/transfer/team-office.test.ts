import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inboxTopic } from '../../shared/transfer/team-topics.ts'
import {
  availabilityOf,
  briefFor,
  linkOf,
  type OfficeInTest,
  type OfficeOptions,
  stageOf,
  startOffice,
  teamSettings,
} from './office-in-test.ts'
import { openPlainHub, type PlainHub } from './plain-hub.ts'

let hub: PlainHub
let offices: OfficeInTest[]

beforeEach(async () => {
  hub = await openPlainHub()
  offices = []
})

afterEach(async () => {
  await Promise.all(offices.map((office) => office.remove()))
  await hub.close()
})

async function start(user: string, options: Partial<OfficeOptions> = {}): Promise<OfficeInTest> {
  const office = await startOffice({ user, url: hub.url, ...options })
  offices.push(office)
  return office
}

async function connected(user: string, options: Partial<OfficeOptions> = {}): Promise<OfficeInTest> {
  const office = await start(user, options)
  await office.until(() => linkOf(office) === 'up')
  return office
}

describe('a brief that is forgotten', () => {
  const words = ['Anna', '15550100', 'parcel', 'voucher', 'efund']

  it('before it left goes nowhere, not when it is sent again either', async () => {
    const ana = await connected('ana')
    await hub.close()
    await ana.until(() => linkOf(ana) === 'down')
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)

    await ana.office.forget([brief.id])

    hub = await openPlainHub(hub.port)
    const mia = await connected('mia', { role: 'manager' })
    await ana.until(() => linkOf(ana) === 'up')
    expect(await ana.office.send(brief)).toEqual({ ok: false, failure: { kind: 'brief.unknown' } })
    const next = briefFor('ana', 'mia')
    await ana.office.send(next)
    await ana.until(() => stageOf(ana, next.id) === 'delivered')
    expect(mia.received.map((record) => record.brief.id)).toEqual([next.id])
  })

  it('while a manager was away is taken back, and no word of it is kept', async () => {
    const mia = await connected('mia', { role: 'manager' })
    await mia.stop()
    const ana = await connected('ana')
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'atHub')

    await ana.office.forget([brief.id])

    expect(await kept(ana)).not.toMatch(new RegExp(words.join('|')))
    expect(ana.office.briefs()).toEqual([])
    expect(JSON.stringify(ana.changes.at(-1))).not.toMatch(new RegExp(words.join('|')))
    const back = await connected('mia', { role: 'manager', dataDir: mia.dataDir })
    await back.until(() => back.changes.some(({ stage }) => stage === 'withdrawn'))
    expect(ana.changes.map(({ stage }) => stage).at(-1)).toBe('withdrawn')
  })

  it('by whom it was sent to is declined, and comes to them no more, whatever its sender still says of it', async () => {
    const mia = await connected('mia', { role: 'manager' })
    const ana = await connected('ana')
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'delivered')
    await ana.stop()

    await mia.office.forget([brief.id])
    await mia.stop()

    const back = await connected('mia', { role: 'manager', dataDir: mia.dataDir })
    const sender = await connected('ana', { dataDir: ana.dataDir })
    await sender.until(() => sender.changes.some(({ stage }) => stage === 'declined'))
    expect([back.received, back.changes, back.office.briefs()]).toEqual([[], [], []])
    expect(await kept(back)).not.toMatch(new RegExp(words.join('|')))
  })

  it('after it was accepted stays so, without a word of what is written later', async () => {
    const mia = await connected('mia', { role: 'manager' })
    const ana = await connected('ana')
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await mia.until(() => mia.received.length === 1)
    await mia.office.answer({ briefId: brief.id, answer: 'accepted' })
    await ana.until(() => stageOf(ana, brief.id) === 'accepted')
    await mia.office.forget([brief.id])
    const told = mia.changes.length

    await ana.office.followUp(brief.id, { note: 'Anna wants a refund', outcome: null, version: 1 })
    await ana.office.send(briefFor('ana', 'mia'))
    await mia.until(() => mia.received.length === 2)

    expect(await lineAbout(brief.id, mia)).toMatch(/"version":1/)
    expect(await lineAbout(brief.id, mia)).not.toMatch(new RegExp(words.join('|')))
    expect(mia.changes.slice(told).map((record) => record.brief.id)).not.toContain(brief.id)
  })

  function kept({ dataDir }: OfficeInTest): Promise<string> {
    return readFile(join(dataDir, 'briefs.jsonl'), 'utf8')
  }

  async function lineAbout(id: string, office: OfficeInTest): Promise<string> {
    return (await kept(office)).split('\n').findLast((line) => line.includes(id)) ?? ''
  }
})

describe('a brief between an agent and a manager', () => {
  it('is told to the manager once, and every answer comes back to the agent', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    const brief = briefFor('ana', 'mia')

    const sent = await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'delivered')
    await mia.office.read(brief.id)
    await ana.until(() => stageOf(ana, brief.id) === 'read')
    await mia.office.answer({ briefId: brief.id, answer: 'soon' })
    await ana.until(() => stageOf(ana, brief.id) === 'soon')
    await mia.office.answer({ briefId: brief.id, answer: 'declined', reason: 'In a meeting' })
    const declined = await ana.until(() => ana.changes.find(({ stage }) => stage === 'declined'))

    expect(sent).toMatchObject({ ok: true, value: { brief, direction: 'sent', stage: 'waiting' } })
    expect(mia.received.map((record) => [record.brief, record.stage])).toEqual([[brief, 'delivered']])
    expect(declined.reason).toBe('In a meeting')
    const stages = ana.changes.map(({ stage }) => stage).filter((stage) => stage !== 'atHub')
    expect(stages).toEqual(['waiting', 'delivered', 'read', 'soon', 'declined'])
  })

  it('about a promise reaches an agent who is the deputy, whom the team does not see, also when they were away', async () => {
    const callback = {
      wall: '2026-11-27T15:00',
      zone: 'Europe/Tallinn',
      fold: 'only',
      at: 1_795_784_400_000,
      kind: 'callback',
      reason: 'The parcel came broken',
      promised: 'A call even without the answer',
    } as const
    const ana = await connected('ana')
    const leo = await connected('leo')
    await leo.stop()
    const brief = briefFor('ana', 'leo', { callback })

    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'atHub')
    const back = await connected('leo', { dataDir: leo.dataDir })
    await back.until(() => back.received.length === 1)
    await back.office.answer({ briefId: brief.id, answer: 'accepted' })
    await ana.until(() => stageOf(ana, brief.id) === 'accepted')

    expect(back.received.map((record) => record.brief)).toEqual([brief])
    expect(ana.office.team().people).toEqual([])
  })

  it('waits on the disk while the hub is away, and goes when it is back', async () => {
    const ana = await connected('ana')
    await hub.close()
    await ana.until(() => linkOf(ana) === 'down')
    const brief = briefFor('ana', 'mia')

    const sent = await ana.office.send(brief)

    hub = await openPlainHub(hub.port)
    const mia = await connected('mia', { role: 'manager' })
    await ana.until(() => stageOf(ana, brief.id) === 'delivered')
    expect(sent.ok).toBe(true)
    expect(mia.received).toHaveLength(1)
  })

  it('reaches a manager who was away when it was sent', async () => {
    const mia = await connected('mia', { role: 'manager' })
    await mia.stop()
    const ana = await connected('ana')
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'atHub')

    const back = await connected('mia', { role: 'manager', dataDir: mia.dataDir })

    await ana.until(() => stageOf(ana, brief.id) === 'delivered')
    expect(back.received.map(({ brief: { id } }) => id)).toEqual([brief.id])
  })

  it('reaches her also when the hub forgot what it had acknowledged', async () => {
    const mia = await connected('mia', { role: 'manager' })
    await mia.stop()
    const ana = await connected('ana')
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'atHub')

    await hub.close()
    hub = await openPlainHub(hub.port)
    const back = await connected('mia', { role: 'manager', dataDir: mia.dataDir })

    await ana.until(() => stageOf(ana, brief.id) === 'delivered')
    expect(back.received).toHaveLength(1)
  })

  it('is the same one when it is sent twice, and told once however often the hub brings it', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'delivered')

    const again = await ana.office.send({ ...brief, headline: 'Changed' })
    const copy = hub.published.find(({ topic }) => topic === inboxTopic('mia', 'brief', 'ana'))?.text ?? ''
    await hub.publish(inboxTopic('mia', 'brief', 'ana'), copy)
    await hub.publish(inboxTopic('mia', 'brief', 'ana'), copy)
    await hub.until(() => hub.published.filter(({ topic }) => topic === inboxTopic('ana', 'receipt', 'mia')).length >= 2)

    expect(again).toMatchObject({ ok: true, value: { brief, stage: 'delivered' } })
    expect(mia.received).toHaveLength(1)
  })

  it('is taken back when the call went elsewhere, and a second manager machine knows what the first answered', async () => {
    const ana = await connected('ana')
    const desk = await connected('mia', { role: 'manager' })
    const laptop = await connected('mia', { role: 'manager' })
    const [gone, taken] = [briefFor('ana', 'mia'), briefFor('ana', 'mia')]
    await ana.office.send(gone)
    await ana.office.send(taken)
    for (const mia of [desk, laptop]) await mia.until(() => mia.received.length === 2)

    await ana.office.withdraw(gone.id)
    await desk.office.answer({ briefId: taken.id, answer: 'accepted' })

    for (const mia of [desk, laptop]) {
      await mia.until(() => stageOf(mia, gone.id) === 'withdrawn' && stageOf(mia, taken.id) === 'accepted')
    }
    await ana.until(() => stageOf(ana, taken.id) === 'accepted')
    expect(linkOf(desk)).toBe('up')
    expect(linkOf(laptop)).toBe('up')
  })

  it('brings the newest follow-up to whoever accepted it, even after their window has recorded it', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await mia.until(() => mia.received.length === 1)
    await mia.office.answer({ briefId: brief.id, answer: 'accepted' })
    await ana.until(() => stageOf(ana, brief.id) === 'accepted')
    mia.office.recorded({ briefId: brief.id, stage: 'accepted', followUp: null })

    await ana.office.followUp(brief.id, { note: 'Calmer now', outcome: null, version: 2 })
    await ana.office.followUp(brief.id, { note: 'Too late', outcome: null, version: 1 })

    const told = await mia.until(() => mia.changes.find(({ followUp }) => followUp !== null))
    expect(told).toMatchObject({ brief, stage: 'accepted', followUp: { note: 'Calmer now', outcome: null, version: 2 } })
  })

  it('keeps a follow-up for the next start that came while a window wrote the state before it', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await mia.until(() => mia.received.length === 1)
    await mia.office.answer({ briefId: brief.id, answer: 'accepted' })
    await ana.until(() => stageOf(ana, brief.id) === 'accepted')
    await ana.office.followUp(brief.id, { note: 'Calmer now', outcome: null, version: 1 })
    await mia.until(() => mia.changes.some(({ followUp }) => followUp !== null))
    await hub.until(() =>
      hub.published.some(({ topic, text }) => topic.includes('/ana/receipt') && text.includes('"followUp":1')),
    )

    mia.office.recorded({ briefId: brief.id, stage: 'accepted', followUp: null })
    await mia.stop()
    const back = await start('mia', { role: 'manager', dataDir: mia.dataDir })

    expect(back.office.briefs().map(({ followUp }) => followUp?.note)).toEqual(['Calmer now'])
  })

  it('is forgotten when it is settled, recorded by a window and known to the other side, and not before', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    ana.office.recorded({ briefId: brief.id, stage: 'waiting', followUp: null })
    await mia.until(() => mia.received.length === 1)
    await hub.close()
    await mia.office.answer({ briefId: brief.id, answer: 'accepted' })
    mia.office.recorded({ briefId: brief.id, stage: 'accepted', followUp: null })
    await mia.office.read(brief.id)
    const unsent = mia.office.briefs().map(({ stage }) => stage)

    hub = await openPlainHub(hub.port)
    await ana.until(() => stageOf(ana, brief.id) === 'accepted')
    const unrecorded = ana.office.briefs().length
    ana.office.recorded({ briefId: brief.id, stage: 'accepted', followUp: null })
    await ana.office.read(brief.id)

    expect([unsent, unrecorded, ana.office.briefs()]).toEqual([['accepted'], 1, []])
  })

  it('is refused without a hub, and for oneself', async () => {
    const nobody = await start('ana', { change: { team: { ...teamSettings({ user: 'ana', url: '' }).team, enabled: false } } })
    const unnamed = await start('ana', { password: '' })
    const noHub = { ok: false, failure: { kind: 'brief.noHub' } }

    expect(await nobody.office.send(briefFor('ana', 'mia'))).toEqual(noHub)
    expect(await unnamed.office.send(briefFor('ana', 'mia'))).toEqual(noHub)
    expect(await (await connected('ana')).office.send(briefFor('ana', 'ana'))).toEqual(noHub)
    expect([nobody.office.team().link, unnamed.office.team().link]).toMatchObject([
      { state: 'off' },
      { state: 'down', failure: { kind: 'hub.notConfigured', missing: 'password' } },
    ])
  })

  it('that nobody has is unknown', async () => {
    const ana = await connected('ana')
    const unknown = { ok: false, failure: { kind: 'brief.unknown' } }
    const id = briefFor('ana', 'mia').id

    expect(await ana.office.withdraw(id)).toEqual(unknown)
    expect(await ana.office.read(id)).toEqual(unknown)
    expect(await ana.office.followUp(id, { note: '', outcome: null, version: 1 })).toEqual(unknown)
  })
})

describe('the presence of the team', () => {
  it('holds managers and experts, without oneself, and follows calls and wishes', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    await ana.until(() => availabilityOf(ana, 'mia') === 'available')

    mia.office.onCall(true)
    await ana.until(() => availabilityOf(ana, 'mia') === 'onCall')
    mia.office.setSelf('away')
    await ana.until(() => availabilityOf(ana, 'mia') === 'away')

    expect(mia.office.team()).toMatchObject({ people: [], self: 'away' })
    expect(ana.office.team().people.map(({ person }) => person.id)).toEqual(['mia'])
  })

  it('knows no age of somebody whom only the hub remembers', async () => {
    await connected('mia', { role: 'manager' })
    await hub.until(() => hub.published.some(({ topic }) => topic.endsWith('presence/mia')))
    const ana = await connected('ana')

    await ana.until(() => availabilityOf(ana, 'mia') === 'available')

    expect(ana.office.team().people).toMatchObject([{ since: null, seenAt: null }])
  })

  it('says offline when somebody leaves, and finds the others again after every line broke', async () => {
    const ana = await connected('ana')
    await connected('mia', { role: 'manager' })
    const leo = await connected('leo', { role: 'expert' })
    await ana.until(() => availabilityOf(ana, 'mia') === 'available' && availabilityOf(ana, 'leo') === 'available')

    await leo.stop()
    await ana.until(() => availabilityOf(ana, 'leo') === 'offline')
    hub.cut()
    await ana.until(() => availabilityOf(ana, 'mia') === 'offline' || linkOf(ana) === 'down')

    await ana.until(() => linkOf(ana) === 'up' && availabilityOf(ana, 'mia') === 'available')
    expect(availabilityOf(ana, 'leo')).toBe('offline')
  })

  it('keeps somebody whose other machine has left', async () => {
    const ana = await connected('ana')
    const desk = await connected('mia', { role: 'manager' })
    const laptop = await connected('mia', { role: 'manager' })
    await ana.until(() => availabilityOf(ana, 'mia') === 'available')

    await laptop.stop()

    const mias = () => hub.published.filter(({ topic }) => topic.endsWith('presence/mia')).map(({ text }) => JSON.parse(text))
    await hub.until(
      () => mias().at(-1)?.availability === 'available' && mias().some(({ availability }) => availability === 'offline'),
    )
    await ana.until(() => availabilityOf(ana, 'mia') === 'available')
    expect(linkOf(desk)).toBe('up')
  })

  it('forgets somebody who takes no briefs any more', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    await ana.until(() => availabilityOf(ana, 'mia') === 'available')

    await mia.office.apply(teamSettings({ user: 'mia', url: hub.url, role: 'agent' }))

    await ana.until(() => ana.office.team().people.length === 0)
  })

  it('forgets also somebody whose role changed while there was no line', async () => {
    const person = { id: 'mia', name: 'Mia', role: 'manager', topics: [], number: '' }
    const left = JSON.stringify({ v: 1, person, availability: 'offline', forMs: null })
    await hub.publish('steadyline/1/presence/mia', left, { retain: true })
    const ana = await connected('ana')
    await ana.until(() => availabilityOf(ana, 'mia') === 'offline')

    await connected('mia', { role: 'agent' })

    await ana.until(() => ana.office.team().people.length === 0)
  })

  it('is counted on this machine, whatever the clock of the other one says', async () => {
    const hour = 3_600_000
    const late = { now: () => ({ mono: performance.now(), wall: Date.now() - hour }) }
    const ana = await connected('ana', { clock: late })
    const mia = await connected('mia', { role: 'manager' })
    await ana.until(() => ana.office.team().people[0]?.seenAt)
    mia.office.onCall(true)
    await ana.until(() => availabilityOf(ana, 'mia') === 'onCall')

    const [person] = ana.office.team().people
    const ages = [person?.since, person?.seenAt].map((at) => Date.now() - hour - (at ?? 0))
    expect(ages.every((age) => age >= 0 && age < hour / 2)).toBe(true)
  })
})

describe('the line to the hub', () => {
  it('says that a password is wrong, and is up when the right one is given', async () => {
    const office = await start('ana', { password: 'shut' })

    await office.until(() => linkOf(office) === 'down')

    expect(office.office.team().link).toMatchObject({ failure: { kind: 'hub.refused', url: hub.url } })
    expect(office.logged.join()).not.toContain('shut')
  })

  it('says that nobody answers there', async () => {
    await hub.close()
    const office = await start('ana')

    await office.until(() => linkOf(office) === 'down')

    expect(office.office.team().link).toMatchObject({
      failure: { kind: 'hub.unreachable', url: hub.url, cause: 'ECONNREFUSED' },
    })
    hub = await openPlainHub()
  })

  it('is tried before it is set, beside the one that is up', async () => {
    const ana = await connected('ana')
    const ask = (part: object) => ana.office.test({ url: hub.url, user: 'ana', ...part })

    expect(await ask({})).toEqual({ ok: true, value: null })
    expect(await ask({ password: 'shut' })).toEqual({ ok: false, failure: { kind: 'hub.refused', url: hub.url } })
    expect(await ask({ url: 'mqtt://127.0.0.1:1' })).toMatchObject({ ok: false, failure: { kind: 'hub.unreachable' } })
    expect(await ask({ url: 'https://example.org' })).toEqual({
      ok: false,
      failure: { kind: 'hub.notConfigured', missing: 'url' },
    })
    expect(await ask({ url: 'mqtt://127.0.0.1:99999' })).toEqual({
      ok: false,
      failure: { kind: 'hub.notConfigured', missing: 'url' },
    })
    expect(await ask({ user: 'Ana Smith' })).toEqual({ ok: false, failure: { kind: 'hub.notConfigured', missing: 'user' } })
    expect(linkOf(ana)).toBe('up')
  })

  it('moves when the settings move, and is off when they say so', async () => {
    const other = await openPlainHub()
    const ana = await connected('ana')
    const settings = teamSettings({ user: 'ana', url: other.url })

    await ana.office.apply(settings)
    await ana.until(() => linkOf(ana) === 'up')
    await other.close()
    await ana.until(() => linkOf(ana) === 'down')
    await ana.office.apply({ ...settings, team: { ...settings.team, enabled: false } })

    expect(ana.office.team().link).toEqual({ state: 'off' })
  })
})

describe('what a hub with no manners brings', () => {
  it.each([
    ['no JSON', 'brief', '{', 'message.notJson'],
    ['a future version', 'brief', '{"v":2,"brief":{}}', 'message.otherVersion'],
    ['another shape', 'brief', '{"v":1,"brief":{"headline":"secret word"}}', 'message.malformed'],
    ['too much', 'brief', 'x'.repeat(300_000), 'message.tooLarge'],
    [
      'a receipt for nothing',
      'receipt',
      JSON.stringify({ v: 1, briefId: briefFor('a', 'b').id, stage: 'read' }),
      'brief.unknown',
    ],
    ['a brief in the name of somebody else', 'brief', JSON.stringify({ v: 1, brief: briefFor('leo', 'ana') }), 'brief.notTheirs'],
    ['a brief to somebody else', 'brief', JSON.stringify({ v: 1, brief: briefFor('mia', 'leo') }), 'brief.notTheirs'],
    [
      'a receipt with a stage of its own',
      'receipt',
      JSON.stringify({ v: 1, briefId: briefFor('a', 'b').id, stage: 'eaten' }),
      'message.malformed',
    ],
  ] as const)('is ignored, and nothing of it logged: %s', async (_what, kind, payload, why) => {
    const ana = await connected('ana')

    await hub.publish(inboxTopic('ana', kind, 'mia'), payload)

    const line = await ana.until(() => ana.logged.find((text) => text.includes('ignored')))
    expect(line).toBe(`A message in the inbox is ignored ${JSON.stringify({ kind, from: 'mia', why })}`)
    expect([ana.office.briefs(), linkOf(ana)]).toEqual([[], 'up'])
  })

  it('does not let a stranger answer for a colleague, nor take back what another sent', async () => {
    const ana = await connected('ana')
    const mia = await connected('mia', { role: 'manager' })
    const brief = briefFor('ana', 'mia')
    await ana.office.send(brief)
    await ana.until(() => stageOf(ana, brief.id) === 'delivered')

    await hub.publish(inboxTopic('ana', 'receipt', 'eve'), JSON.stringify({ v: 1, briefId: brief.id, stage: 'accepted' }))
    await hub.publish(inboxTopic('mia', 'withdrawal', 'eve'), JSON.stringify({ v: 1, briefId: brief.id }))
    await hub.publish(
      inboxTopic('mia', 'brief', 'eve'),
      JSON.stringify({ v: 1, brief: { ...brief, from: { id: 'eve', name: 'Ana' } } }),
    )
    await ana.until(() => ana.logged.some((text) => text.includes('ignored')))
    await mia.until(() => mia.logged.filter((text) => text.includes('ignored')).length === 2)

    expect([stageOf(ana, brief.id), stageOf(mia, brief.id), mia.received.length]).toEqual(['delivered', 'delivered', 1])
  })

  it('shows no presence that is not told by the person', async () => {
    const ana = await connected('ana')
    const person = { id: 'mia', name: 'Mia', role: 'manager', topics: [], number: '' }
    const presence = { v: 1, person, availability: 'available', forMs: 0 }

    await hub.publish('steadyline/1/presence/eve', JSON.stringify(presence))
    await hub.publish('steadyline/1/presence/mia', JSON.stringify({ ...presence, person: { ...person, role: 'agent' } }))
    await hub.publish('steadyline/1/presence/mia', 'x'.repeat(200_000))
    await ana.until(() => ana.logged.filter((text) => text.includes('ignored')).length === 3)

    expect([ana.office.team().people, linkOf(ana)]).toEqual([[], 'up'])
  })
})
