import { assertNever } from '../../shared/assert-never.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { BriefContent } from '../../shared/transfer/brief.ts'

/** Slack refuses the whole message when one section is longer than 3,000. */
const slackLimit = 3000

interface Line {
  readonly label: string
  readonly text: string
}

/**
 * A brief as one chat takes it.
 *
 * Callers and colleagues wrote these texts: where a chat has plain text they go in as such, elsewhere every character that
 * means something is escaped, and a name after an at sign calls nobody.
 */
export function chatMessage(kind: Settings['webhook']['kind'], content: BriefContent): object {
  const headline = callsNobody(content.headline)
  const lines = linesOf(content)
  switch (kind) {
    case 'slack':
      return slackMessage(headline, lines)
    case 'teams':
      return teamsMessage(headline, lines)
    case 'mattermost':
      return { text: [`**${escapedMarkdown(headline)}**`, ...lines.map(markdownLine)].join('\n\n') }
    default:
      return assertNever(kind)
  }
}

function linesOf({ caller, ...content }: BriefContent): readonly Line[] {
  const verified = { verified: 'verified', notVerified: 'not verified', unknown: '' }[caller.verified]
  const who = [caller.name, caller.number, verified, content.tone].filter((part) => part !== '').join(' · ')
  const lines = [
    { label: 'Caller', text: who },
    { label: 'Situation', text: content.situation },
    { label: 'Background', text: content.background },
    { label: 'Tried', text: content.tried },
    { label: 'Asking you', text: content.request },
    { label: 'Avoid', text: content.avoid },
    { label: 'Read back', text: content.readBack },
  ]
  return lines.filter(({ text }) => text !== '').map(({ label, text }) => ({ label, text: callsNobody(text) }))
}

/** https://api.slack.com/reference/block-kit/composition-objects: `plain_text` is shown as it is; `text` is markup. */
function slackMessage(headline: string, lines: readonly Line[]): object {
  const section = (text: string) => ({
    type: 'section',
    text: { type: 'plain_text', text: text.slice(0, slackLimit), emoji: false },
  })
  return {
    text: escapedForSlack(headline),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [section(headline || '-'), ...lines.map(({ label, text }) => section(`${label}: ${text}`))],
  }
}

/** An Adaptive Card of TextRuns, which are shown as they are; a TextBlock would read them as Markdown. */
function teamsMessage(headline: string, lines: readonly Line[]): object {
  const run = (text: string, weight: 'Default' | 'Bolder') => ({ type: 'TextRun', text, weight })
  const block = (...inlines: readonly object[]) => ({ type: 'RichTextBlock', inlines })
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      block({ ...run(headline, 'Bolder'), size: 'Medium' }),
      ...lines.map(({ label, text }) => block(run(`${label}: `, 'Bolder'), run(text, 'Default'))),
    ],
  }
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }],
  }
}

function markdownLine({ label, text }: Line): string {
  return `**${label}:** ${escapedMarkdown(text)}`
}

/** A word joiner between the sign and the name keeps `@channel` readable and makes it nobody's name. */
function callsNobody(text: string): string {
  return text.replace(/[@＠]/g, '$&\u2060')
}

function escapedForSlack(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[*_~`]/g, '\u2060$&')
}

/** Colons too, so that neither an address nor an emoji comes of it. */
function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|~<>:&]/g, '\\$&')
}
