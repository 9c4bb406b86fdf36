import { expect, test } from 'vitest'
import type { PlaybookCheck } from '../../shared/contract.ts'
import type { PlaybookContent } from '../../shared/playbook/playbook.ts'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'
import { createLiveCheck } from './live-check.ts'

const sound = [
  'id: ours',
  'name: Ours',
  'kinds: [{ id: calm, name: Calm, fear: None., stance: Be kind. }]',
  'dispositions: [{ id: done, label: Done }]',
  'steps: [{ id: open, title: Open, lines: [Good day.] }]',
].join('\n')

test('while a text cannot be read its errors stand beside the last version that could', async () => {
  const live = createLiveCheck(async (text) => read(text))
  live.look(sound)
  await expect.poll(() => brief(live)).toEqual(['Ours', [], false])
  live.look(`${sound}\nname: [`)
  await expect.poll(() => brief(live)).toEqual(['Ours', ['yaml.syntax'], false])
  live.look(sound.replace('Ours', 'Better'))
  await expect.poll(() => brief(live)).toEqual(['Better', [], false])
})

test('nobody is asked about a text while another is being looked at, and the newest one is what counts', async () => {
  const answers: (() => void)[] = []
  const asked: string[] = []
  const live = createLiveCheck((text) => {
    asked.push(text)
    return new Promise((resolve) => answers.push(() => resolve(read(text))))
  })
  for (const name of ['B', 'Be', 'Better']) live.look(sound.replace('Ours', name))
  answers[0]?.()
  await expect.poll(() => brief(live)).toEqual(['B', [], false])
  answers[1]?.()
  await expect.poll(() => brief(live)).toEqual(['Better', [], false])
  expect(asked.length).toBe(2)
})

test('a companion that does not answer is said, and the preview stays', async () => {
  let isUp = true
  const live = createLiveCheck(async (text) => (isUp ? read(text) : null))
  live.look(sound)
  await expect.poll(() => brief(live)).toEqual(['Ours', [], false])
  isUp = false
  live.look(`${sound}\n`)
  await expect.poll(() => brief(live)).toEqual(['Ours', [], true])
})

test('a text that is larger than a playbook may be is never sent', async () => {
  const asked: string[] = []
  const live = createLiveCheck(async (text) => {
    asked.push(text)
    return null
  })
  live.look('x'.repeat(1024 * 1024 + 1))
  await expect.poll(() => brief(live)).toEqual([undefined, ['text.tooBig'], false])
  expect(asked).toEqual([])
})

function read(text: string): PlaybookCheck {
  const result = readPlaybook(text)
  return result.ok ? { ok: true, value: { ...result.value, playbook: withVersion(result.value.playbook) } } : result
}

function withVersion(content: PlaybookContent) {
  return { ...content, version: 'test' }
}

function brief({ state }: ReturnType<typeof createLiveCheck>) {
  const { playbook, errors, isSilent } = state.get()
  return [playbook?.name, errors.map(({ code }) => code), isSilent]
}
