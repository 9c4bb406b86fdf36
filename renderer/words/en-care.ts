export const enCare = {} as const
