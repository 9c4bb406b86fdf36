export const enReview = {} as const
