import * as z from 'zod'

const port = z.number().int().min(1).max(65535)

const fields = {
  /** `en-XA` is the pseudo-locale: accented and 40 % longer, for translators and tests. */
  language: z.enum(['system', 'en', 'en-XA']),
  theme: z.enum(['system', 'light', 'dark']),
  alwaysOnTop: z.boolean(),
  /** Single-letter keys; speech-input users must be able to turn them off (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  baresip: z.object({ enabled: z.boolean(), host: z.string().trim().min(1).max(253), port }),
  push: z.object({ enabled: z.boolean(), port }),
}

/** Parts to replace; a part that is given is given whole. */
export const settingsChange = z.strictObject(fields).partial()

export const settings = z.object({
  language: fields.language.default('system'),
  theme: fields.theme.default('system'),
  alwaysOnTop: fields.alwaysOnTop.default(false),
  singleKeys: fields.singleKeys.default(true),
  baresip: fields.baresip.default({ enabled: false, host: '127.0.0.1', port: 4444 }),
  push: fields.push.default({ enabled: false, port: 47117 }),
})

export type Settings = z.infer<typeof settings>
export type SettingsChange = z.infer<typeof settingsChange>

export const defaultSettings: Settings = settings.parse({})

export type SettingsFailure = { readonly kind: 'settings.notSaved'; readonly cause: string }
