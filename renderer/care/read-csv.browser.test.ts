import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLines, undefused } from './csv-cells.ts'
import { csvTime, dayOrderIn } from './csv-times.ts'
import type { LongWork } from './long-work.ts'
import { readCsv } from './read-csv.ts'

const work = (): LongWork => ({ signal: new AbortController().signal, tell: () => undefined })

const cell = fc.string({ unit: fc.constantFrom(...['a', 'õ', '=', '+', '-', '@', "'", '"', ',', ';', '\n', '\t', ' ', '1']) })

test('a cell comes back from a table as it was, and none is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
      const wanted = rows.map(([one, other]) => ['x', one, 'y', other])
      const text = csvLines(wanted)
      const read = await readCsv(new Blob(['a,b,c,d\r\n', text]), work())
      if (!read.ok) throw new Error(read.failure.kind)
      const found = read.value.rows.slice(1).map(({ cells }) => cells)
      expect(found.map((cells) => cells.map(undefused))).toEqual(wanted)
      expect(found.flat().filter((part) => /^[=+\-@\t]/.test(part))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

const row = '2026-11-21 10:00,Marta Kask,+37255500142,Order late\n'

test('a table of 200,000 rows with a broken quotation mark is refused with its line, and is not read on', async () => {
  const text = `when,name,number,note\n${row.repeat(500)}2026-11-21 10:00,"Marta\n${row.repeat(200_000)}`
  let read = 0
  const table = await readCsv(new Blob([text]), { ...work(), tell: (share) => (read = share) })
  expect(table).toEqual({ ok: false, failure: { kind: 'import.quotes', line: 502 } })
  expect(read).toBeLessThan(0.5)
})

test('the window has its turn after each piece of a table', async () => {
  const { port1, port2 } = new MessageChannel()
  let [pieces, turns] = [0, 0]
  port1.onmessage = () => (turns += 1)
  const turnsBefore: number[] = []
  const tell = () => {
    turnsBefore.push(turns)
    pieces += 1
    port2.postMessage(null)
  }
  await readCsv(new Blob([row.repeat(200_000)]), { ...work(), tell })
  port1.close()
  expect(pieces).toBeGreaterThan(1)
  expect(turnsBefore).toEqual(Array.from({ length: pieces }, (_, index) => index))
})

test('days that can be read both ways are asked about', () => {
  expect([
    dayOrderIn(['03/04/2026', '05/05/2026']),
    dayOrderIn(['03/04/2026', '13/04/2026']),
    dayOrderIn(['03/14/2026']),
    dayOrderIn(['03.04.2026', '2026-04-03']),
  ]).toEqual([null, 'dayFirst', 'monthFirst', 'any'])
  expect(csvTime('03/04/2026 2:05 pm', 'monthFirst')).toBe(new Date(2026, 2, 4, 14, 5).getTime())
  expect([csvTime('31/02/2026', 'dayFirst'), csvTime('soon', 'dayFirst')]).toEqual([null, null])
})
