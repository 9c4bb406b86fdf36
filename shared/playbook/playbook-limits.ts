/** How large a playbook may be: past this it is no longer guidance for a call. */
export const playbookLimits = {
  bytes: 1024 * 1024,
  steps: 600,
  /** Items of all lists of text together. */
  lines: 6000,
  lineLength: 300,
  titleLength: 40,
  idLength: 60,
  kinds: 6,
  rungs: 12,
  dispositions: 9,
  noteLines: 12,
  /** Triggers, options, reframes, and the items of any list that is not lines. */
  listed: 60,
  linesInOnePlace: 200,
} as const
