import type { IncidentReport } from './incident-report.ts'
import type { ReportEvent, ReportSection } from './report-section.ts'

/** The report for a ticket or a mail; what people said and typed stays text, whatever it looks like. */
export function incidentReportMarkdown({ title, sections }: IncidentReport): string {
  return `${[`# ${inline(title)}`, ...sections.flatMap(blocks)].join('\n\n')}\n`
}

function blocks({ heading, facts, events, text }: ReportSection): readonly string[] {
  const factList = facts.map(({ label, value }) => `- **${inline(label)}:** ${inline(value)}`)
  return [
    `## ${inline(heading)}`,
    ...(factList.length > 0 ? [factList.join('\n')] : []),
    ...(events.length > 0 ? [events.map(eventItem).join('\n')] : []),
    ...(text === '' ? [] : [quoted(text)]),
  ]
}

function eventItem({ at, what, said }: ReportEvent): string {
  const words = said === '' ? '' : `: “${inline(said)}”`
  return `- **${inline(at)}** ${inline(what)}${words}`
}

/** Each line is a paragraph of its own, so that none can begin a block or swallow the next. */
function quoted(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => `> ${inline(line)}`.trimEnd())
    .join('\n>\n')
}

/**
 * Text that means only itself: on one line, without markup, HTML, entities or links.
 *
 * CommonMark 0.31 lets a backslash before any ASCII punctuation stand for the mark itself (2.4).
 */
function inline(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&!@$^]/g, '\\$&')
    .replace(/^(?:[-=]|\+(?=\s|$)|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
}
