const name = 'steadyline.lastBackupAt'

/** When a backup was last made in this profile; wall clock, ms since 1970, null when never. */
export function lastBackupAt(): number | null {
  const at = Number(localStorage.getItem(name) ?? Number.NaN)
  return Number.isFinite(at) && at > 0 ? at : null
}

export function rememberBackup(at: number): void {
  localStorage.setItem(name, String(at))
}
