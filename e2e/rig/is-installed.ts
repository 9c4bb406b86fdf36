import { existsSync } from 'node:fs'
import path from 'node:path'

/** Whether a program of this name is on the PATH, or in one of these folders beside it. */
export function isInstalled(program: string, beside: readonly string[] = []): boolean {
  return [...(process.env.PATH ?? '').split(path.delimiter), ...beside].some((folder) => existsSync(path.join(folder, program)))
}
