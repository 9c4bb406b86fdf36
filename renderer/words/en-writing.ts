export const enWriting = {} as const
