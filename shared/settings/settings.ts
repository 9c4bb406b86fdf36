import * as z from 'zod'
import { careSettings } from '../care/care-settings.ts'
import { authorityLimit, authorityTextProblem } from '../transfer/authority-text.ts'
import { colleague, personId, roles, topicsOfExpertise } from '../transfer/colleague.ts'
import { isHubUrl } from '../transfer/hub-url.ts'
import { defaultSettings } from './default-settings.ts'

const port = z.number().int().min(1).max(65535)

const wallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const fields = {
  /** `en-XA` is the pseudo-locale: accented and 40 % longer, for translators and tests. */
  language: z.enum(['system', 'en', 'en-XA']),
  theme: z.enum(['system', 'light', 'dark']),
  alwaysOnTop: z.boolean(),
  /** Single-letter keys; speech-input users must be able to turn them off (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** A soft sound when a brief comes in. */
  briefSound: z.boolean(),
  /** Id of the playbook new calls are handled with. */
  playbook: z.string().min(1).max(64),
  /** What the agent is called in a line, such as "Ana"; empty leaves it out. */
  agentName: z.string().trim().max(60),
  /** ISO 3166 code of the country of numbers written without one; empty follows the system's languages. */
  homeCountry: z.string().regex(/^([A-Z]{2})?$/),
  baresip: z.object({ enabled: z.boolean(), host: z.string().trim().min(1).max(253), port }),
  push: z.object({ enabled: z.boolean(), port }),
  asterisk: z.object({
    enabled: z.boolean(),
    host: z.string().trim().min(1).max(253),
    port,
    /** Of manager.conf; its secret is kept sealed elsewhere. */
    user: z.string().trim().max(64),
    /** The agent's own channel without its serial, such as `PJSIP/101`: nobody else's calls are looked at. */
    channel: z.string().trim().max(80),
    /** Dialplan context a colleague is dialled in. */
    context: z.string().trim().max(80),
  }),
  team: z.object({
    enabled: z.boolean(),
    /** `mqtt:` or `mqtts:`; empty until given. Never carries a password. */
    url: z.string().trim().max(500).refine(isHubUrl),
    user: z.union([z.literal(''), personId]),
    /** PEM; the hub's certificate is then trusted by these and by no public authority. */
    authority: z
      .string()
      .max(authorityLimit)
      .refine((text) => authorityTextProblem(text) === null)
      .exactOptional(),
    role: z.enum(roles),
    topics: topicsOfExpertise,
    /** What a colleague dials to reach this person. */
    number: z.string().trim().max(60),
  }),
  transfer: z.object({
    /** Then the next colleague is suggested. */
    answerWithinSeconds: z.number().int().min(5).max(600),
    /** A longer brief is marked, never cut. */
    briefWords: z.number().int().min(20).max(400),
  }),
  callbacks: z.object({
    /** Said this long before a callback is due; 0 for not at all. */
    leadMinutes: z.number().int().min(0).max(120),
    /** Called within this of the promised time is on time. */
    graceMinutes: z.number().int().min(0).max(60),
    /** When people may be called, by their own clock; `08:00`. */
    callFrom: wallClock,
    callTo: wallClock,
    /** No promise further ahead. */
    horizonDays: z.number().int().min(1).max(730),
    /** Overdue by this, it goes to the deputy. */
    handOverAfterMinutes: z
      .number()
      .int()
      .min(1)
      .max(24 * 60),
    /** Tries after one that nobody answered, and how far apart. */
    retries: z.number().int().min(0).max(20),
    retryAfterMinutes: z
      .number()
      .int()
      .min(1)
      .max(7 * 24 * 60),
    sound: z.boolean(),
  }),
  /** People known without a hub. */
  directory: z.array(colleague).max(2000).readonly(),
  hub: z.object({
    enabled: z.boolean(),
    port,
    listen: z.enum(['loopback', 'everywhere']),
    /** Paths of PEM files; both or neither. */
    certificate: z.string().max(1000),
    key: z.string().max(1000),
  }),
  webhook: z.object({ enabled: z.boolean(), kind: z.enum(['slack', 'teams', 'mattermost']) }),
  care: careSettings,
}

/** Parts to replace; a part that is given is given whole. */
export const settingsChange = z.strictObject(fields).partial()

export const settings = z.object({
  language: fields.language.default(defaultSettings.language),
  theme: fields.theme.default(defaultSettings.theme),
  alwaysOnTop: fields.alwaysOnTop.default(defaultSettings.alwaysOnTop),
  singleKeys: fields.singleKeys.default(defaultSettings.singleKeys),
  briefSound: fields.briefSound.default(defaultSettings.briefSound),
  playbook: fields.playbook.default(defaultSettings.playbook),
  agentName: fields.agentName.default(defaultSettings.agentName),
  homeCountry: fields.homeCountry.default(defaultSettings.homeCountry),
  baresip: fields.baresip.default(defaultSettings.baresip),
  push: fields.push.default(defaultSettings.push),
  asterisk: fields.asterisk.default(defaultSettings.asterisk),
  team: fields.team.default(defaultSettings.team),
  transfer: fields.transfer.default(defaultSettings.transfer),
  callbacks: fields.callbacks.default(defaultSettings.callbacks),
  directory: fields.directory.default([]),
  hub: fields.hub.default(defaultSettings.hub),
  webhook: fields.webhook.default(defaultSettings.webhook),
  care: fields.care.default(defaultSettings.care),
})

export type Settings = { [Field in keyof typeof fields]: z.infer<(typeof fields)[Field]> }
export type SettingsChange = z.infer<typeof settingsChange>

export type SettingsFailure = { readonly kind: 'settings.notSaved'; readonly cause: string }
