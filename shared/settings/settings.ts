import * as z from 'zod'
import { defaultSettings } from './default-settings.ts'

const port = z.number().int().min(1).max(65535)

const fields = {
  /** `en-XA` is the pseudo-locale: accented and 40 % longer, for translators and tests. */
  language: z.enum(['system', 'en', 'en-XA']),
  theme: z.enum(['system', 'light', 'dark']),
  alwaysOnTop: z.boolean(),
  /** Single-letter keys; speech-input users must be able to turn them off (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  /** Id of the playbook new calls are handled with. */
  playbook: z.string().min(1).max(64),
  /** What the agent is called in a line, such as "Ana"; empty leaves it out. */
  agentName: z.string().trim().max(60),
  baresip: z.object({ enabled: z.boolean(), host: z.string().trim().min(1).max(253), port }),
  push: z.object({ enabled: z.boolean(), port }),
}

/** Parts to replace; a part that is given is given whole. */
export const settingsChange = z.strictObject(fields).partial()

export const settings = z.object({
  language: fields.language.default(defaultSettings.language),
  theme: fields.theme.default(defaultSettings.theme),
  alwaysOnTop: fields.alwaysOnTop.default(defaultSettings.alwaysOnTop),
  singleKeys: fields.singleKeys.default(defaultSettings.singleKeys),
  playbook: fields.playbook.default(defaultSettings.playbook),
  agentName: fields.agentName.default(defaultSettings.agentName),
  baresip: fields.baresip.default(defaultSettings.baresip),
  push: fields.push.default(defaultSettings.push),
})

export type Settings = { [Field in keyof typeof fields]: z.infer<(typeof fields)[Field]> }
export type SettingsChange = z.infer<typeof settingsChange>

export type SettingsFailure = { readonly kind: 'settings.notSaved'; readonly cause: string }
