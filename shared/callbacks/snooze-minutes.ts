/** For how many minutes an alarm can be made quiet. */
export const snoozeMinutes = [5, 15, 30, 60] as const

export const longestSnooze = Math.max(...snoozeMinutes)
