import type { Agent } from './drivers/agent.ts'
import { storedRows, swapsWordInNotes } from './drivers/stored-index.ts'
import { expect, test } from './fixtures.ts'

test('an agent finds a call by a few letters, a phrase, a slip of the finger and a filter', async ({ agent }) => {
  await hadCall(agent, 'Marta Kask', '+37255500142', 'Order late again, wants a refund')
  await hadCall(agent, 'Liis Põld', '+37255500777', 'Refund is out; küsis arvet')
  await hadCall(agent, 'Oskar Lepp', '+442079460018', 'Wants the letter again, late or not')

  await agent.finds('ref', ['Liis Põld', 'Marta Kask'])
  await agent.finds('wan aga', ['Oskar Lepp', 'Marta Kask'])
  await agent.finds('"late again"', ['Marta Kask'])
  await agent.finds('refudn', ['Liis Põld', 'Marta Kask'])
  await agent.finds('pold', ['Liis Põld'])
  await agent.finds('kusis', ['Liis Põld'])
  await agent.finds('person:marta', ['Marta Kask'])
  await agent.finds('number:020-7946', ['Oskar Lepp'])
  await agent.finds('disposition:resolved refund', ['Liis Põld', 'Marta Kask'])
  await agent.finds('from:today late', ['Oskar Lepp', 'Marta Kask'])
  await agent.finds('to:yesterday late', [])
  await agent.finds('zebra', [])
})

test('an agent finds what was written without an alphabet', async ({ agent }) => {
  await hadCall(agent, 'Mei', '+8613912345678', '客户希望在星期五之前退款')
  await hadCall(agent, 'Somchai', '+66812345678', 'ลูกค้าต้องการเงินคืน')
  await hadCall(agent, 'Yusuf', '+905321234567', 'تأخير الطلب')

  await agent.finds('退款', ['Mei'])
  await agent.finds('เงินคืน', ['Somchai'])
  await agent.finds('تاخير', ['Yusuf'])
})

test('after a restart the index of before answers, and nothing is read anew', async ({ app, agent }) => {
  await hadCall(agent, 'Marta Kask', '+37255500142', 'Lost a zeppelin')
  await expect.poll(() => storedRows(app.page, 'people')).toBe(1)
  await app.letsPass(3 * 24 * 60)
  await hadCall(agent, 'Liis Põld', '+37255500777', 'Found one')
  await expect.poll(() => storedRows(app.page, 'people')).toBe(2)
  await agent.finds('zeppelin', ['Marta Kask'])
  await expect.poll(() => storedRows(app.page, 'searchSegments')).toBeGreaterThan(2)
  await swapsWordInNotes(app.page, 'zeppelin', 'balloon')

  await app.stop()
  await app.start()

  await agent.seesEmptyDesk()
  await agent.seesNoteOf('Marta Kask', 'Lost a balloon')
  await agent.finds('zeppelin', ['Marta Kask'])
  await agent.finds('balloon', [])
})

async function hadCall(agent: Agent, name: string, number: string, note: string): Promise<void> {
  await agent.startsCallByHand(name, number)
  await agent.notes(note)
  await agent.endsCall()
  await agent.wrapsUp('Resolved')
}
