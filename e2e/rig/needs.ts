import { test } from '@playwright/test'
import { isInstalled } from './is-installed.ts'
import { mosquittoPath } from './mosquitto.ts'

/** Skips the story on a laptop without these programs; where everything must run, it fails instead. */
export function needs(...programs: readonly string[]): void {
  const missing = programs.filter((program) => !isInstalled(program, mosquittoPath))
  if (missing.length === 0) return
  const sentence = `not installed: ${missing.join(', ')} (Debian has age, baresip-core, sip-tester and mosquitto)`
  if (process.env.CI !== undefined) throw new Error(sentence)
  console.log(`Skipped "${test.info().title}": ${sentence}`)
  test.skip(true, sentence)
}
