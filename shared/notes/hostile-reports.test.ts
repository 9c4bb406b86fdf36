import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IncidentReport, incidentReport } from './incident-report.ts'
import { incidentReportHtml } from './incident-report-html.ts'
import { incidentReportMarkdown } from './incident-report-markdown.ts'
import { abusiveCall } from './incident-report-sample.ts'

function reportWith(name: string, text: string): IncidentReport {
  const { call, note } = abusiveCall
  return incidentReport({ ...abusiveCall, call: { ...call, party: { ...call.party, name } }, note: { ...note, text } })
}

test('a caller named like a script is printed, not run', () => {
  const page = incidentReportHtml(reportWith('<script>alert(1)</script>', '</p><img src=x onerror="alert(1)"> & \'so on\''))
  expect(page).toContain('<dd dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</dd>')
  expect(page).toContain('<p dir="auto">&lt;/p&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;so on&#39;</p>')
})

test('no name and no note can add a tag or an attribute to the page', () => {
  const shape = (page: string) => page.match(/<[^>]*>/g)
  const ordinary = shape(incidentReportHtml(reportWith('x', 'x')))
  const hostile = fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '!', '-', ' ', '\n', '\0', 'a', '\u0085') })
  fc.assert(
    fc.property(hostile, hostile, (name, text) => {
      expect(shape(incidentReportHtml(reportWith(`x${name}`, `x${text}`)))).toEqual(ordinary)
    }),
  )
})

test.each([
  ['a heading', '# Approved by the board', '\\# Approved by the board'],
  ['a link', '[click](https://evil.example)', '\\[click\\](https\\://evil.example)'],
  ['a bare link', 'see www.evil.example', 'see www\\.evil.example'],
  ['an image', '![x](y)', '\\!\\[x\\](y)'],
  ['HTML', '<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['an entity', '&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['code', '```js', '\\`\\`\\`js'],
  ['emphasis', '*loud* __louder__ ~~not~~', '\\*loud\\* \\_\\_louder\\_\\_ \\~\\~not\\~\\~'],
  ['a list', '- item', '\\- item'],
  ['a numbered list', '12. item', '12\\. item'],
  ['a rule', '---', '\\---'],
  ['a table', '| a | b |', '\\| a \\| b \\|'],
  ['an escape', '\\# x', '\\\\\\# x'],
  ['a quotation', '> x', '\\> x'],
])('a note that looks like %s stays text in Markdown', (_, typed, written) => {
  expect(incidentReportMarkdown(reportWith('x', typed)).split('\n').at(-2)).toBe(`> ${written}`)
})

test('a name cannot break out of its line, and every line of a note stays inside its quotation', () => {
  const report = incidentReportMarkdown(reportWith('Eve\r\n## Approved\u2028# x', 'one\r\n\r\n# two\u2029    three'))
  expect(report).toContain('- **Caller:** Eve \\#\\# Approved \\# x\n')
  expect(report.slice(report.indexOf('## Note'))).toBe('## Note\n\n> one\n>\n>\n>\n> \\# two\n>\n> three\n')
})
