import type { TransferStage } from '../shared/transfer/transfer-record.ts'
import type { App } from './app/app.ts'
import type { Agent } from './drivers/agent.ts'
import { Supervisor } from './drivers/supervisor.ts'
import { hasLostTheHub, isConnected, mia } from './drivers/team.ts'
import { WarmTransfer } from './drivers/warm-transfer.ts'
import { test } from './fixtures.ts'

/** Where a transfer is struck, with what the agent's screen says there; `isRead` is once the supervisor has the brief open. */
const moments = [
  { stage: 'tellingCaller', words: 'tell the caller' },
  { stage: 'choosing', words: 'choose somebody' },
  { stage: 'waiting', words: 'wait for an answer' },
  { stage: 'waiting', words: 'wait for an answer', isRead: true },
  { stage: 'briefing', words: 'brief Mia Saar' },
  { stage: 'introducing', words: 'introduce' },
  { stage: 'confirming', words: 'wait for the yes' },
] as const satisfies readonly { readonly stage: TransferStage; readonly words: string; readonly isRead?: boolean }[]
type Moment = (typeof moments)[number]

for (const kind of ['Steadyline', 'Mosquitto'] as const) {
  test(`the hub (${kind}) is killed at every stage of a transfer: no brief is lost, and none is shown twice`, async ({
    app,
    agent,
    opensTeam,
  }) => {
    test.slow()
    const { hub, there } = await opensTeam(mia, kind)
    const supervisor = new Supervisor(there)
    for (const struck of moments) {
      await transfers(app, agent, supervisor, struck, {
        async before() {
          await hub.kill()
          await Promise.all([hasLostTheHub(app), hasLostTheHub(there)])
          if (struck === whileItTravels) await hub.start()
        },
        async after() {
          if (struck !== whileItTravels) await hub.start()
        },
      })
      await Promise.all([isConnected(app), isConnected(there)])
    }
    await supervisor.hasHad(headlines)
  })
}

test('Steadyline is killed at every stage of a transfer: the agent is at the same stage, no brief is lost, and none is shown twice', async ({
  app,
  agent,
  opensTeam,
}) => {
  test.slow()
  const { there } = await opensTeam(mia)
  const supervisor = new Supervisor(there)
  const transfer = new WarmTransfer(app)
  for (const struck of moments) {
    await transfers(app, agent, supervisor, struck, {
      async before() {
        await transfer.isKeptAt(struck.stage)
        await app.killHard()
        await app.start()
        await transfer.isAt(struck.words)
      },
    })
  }
  await supervisor.hasHad(headlines)
})

/** The brief is on its way, and nothing comes of it without a hub. */
const whileItTravels = moments[2]

/** Newest first. */
const headlines = moments.map((moment) => `${callerAt(moment)} needs a decision.`).toReversed()

function callerAt(moment: Moment): string {
  return `Caller ${moments.indexOf(moment) + 1}`
}

interface Strike {
  before(): Promise<void>
  after?(): Promise<void>
}

/** One call from its first word to the record, with something happening before and after one of its moments is gone on from. */
async function transfers(app: App, agent: Agent, supervisor: Supervisor, struck: Moment, strike: Strike): Promise<void> {
  const transfer = new WarmTransfer(app)
  const goOn: readonly (() => Promise<void>)[] = [
    () => transfer.tellsTheCaller(),
    () => transfer.sendsBriefTo('Mia Saar'),
    async () => {
      await supervisor.seesBriefFrom('Ana Sild')
      await supervisor.opensBrief()
    },
    () => supervisor.accepts(),
    () => transfer.briefs('Mia Saar'),
    () => transfer.introduces(),
    () => transfer.hearsConfirmation(),
  ]
  await agent.startsCallByHand(callerAt(struck), '+37255500142')
  await transfer.begins()
  for (const [index, moment] of moments.entries()) {
    await transfer.isAt(moment.words)
    if (moment === struck) await strike.before()
    await goOn[index]?.()
    if (moment === struck) await strike.after?.()
  }
  await transfer.handsOver()
  await agent.wrapsUp('Passed on')
  await agent.seesEmptyDesk()
  await supervisor.seesOutcome('Passed on')
  await supervisor.putsItAway()
}
