import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { playbookLimits } from '../shared/playbook/playbook-limits.ts'
import { readPlaybook } from '../shared/playbook/read-playbook.ts'

const page = await readFile('docs/playbooks.md', 'utf8')

test('the playbook a team lead is shown as an example can be read', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(page) ?? []
  expect(readPlaybook(example)).toMatchObject({ ok: true, value: { playbook: { id: 'front-desk' }, warnings: [] } })
})

test('the limits a team lead reads are the ones that hold', () => {
  const { steps, lines, lineLength, titleLength, kinds, rungs, dispositions } = playbookLimits
  const count = (value: number) => value.toLocaleString('en')
  expect(page.replace(/\s+/g, ' ')).toContain(
    `${count(steps)} steps, ${count(lines)} lines of text in all, ${lineLength} characters a line, ${titleLength} a title, ${kinds} kinds, ${rungs} rungs, ${dispositions} dispositions.`,
  )
})
