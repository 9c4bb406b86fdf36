import type { IncidentReport } from './incident-report.ts'
import type { ReportEvent, ReportSection } from './report-section.ts'

/** One page to print or to file: it loads nothing and runs nothing, and forbids both to whatever slipped into it. */
export function incidentReportHtml({ title, language, sections }: IncidentReport): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
${sections.map(sectionHtml).join('\n')}
</body>
</html>
`
}

function sectionHtml({ heading, facts, events, text }: ReportSection): string {
  const rows = facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd>`)
  return [
    `<section>\n<h2>${escaped(heading)}</h2>`,
    ...(rows.length > 0 ? [`<dl>\n${rows.join('\n')}\n</dl>`] : []),
    ...(events.length > 0 ? [`<ol>\n${events.map(eventHtml).join('\n')}\n</ol>`] : []),
    ...(text === '' ? [] : [`<p dir="auto">${escaped(text)}</p>`]),
    '</section>',
  ].join('\n')
}

function eventHtml({ at, what, said }: ReportEvent): string {
  const words = said === '' ? '' : `<blockquote dir="auto">${escaped(said)}</blockquote>`
  return `<li><b>${escaped(at)}</b> <bdi>${escaped(what)}</bdi>${words}</li>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Also without the control characters that HTML does not allow. */
function escaped(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]/gu, '').replace(/[&<>"']/g, (mark) => entities[mark] ?? '')
}

const style = `
body { font: 11pt/1.45 system-ui, sans-serif; max-width: 45em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff }
h1 { font-size: 1.5em } h2 { font-size: 1.15em; border-bottom: 1px solid #bbb; margin-top: 1.6em; break-after: avoid }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1.2em } dt { color: #555 } dd { margin: 0; overflow-wrap: anywhere }
ol { list-style: none; padding: 0 } li { break-inside: avoid; margin: .5em 0 } blockquote { margin: .1em 0 0 1.2em; overflow-wrap: anywhere }
p { white-space: pre-wrap; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } }
`
