/** What the review desk shows, in the order of its rail. */
export const reviewViews = ['today', 'notes', 'people', 'care'] as const
export type ReviewView = (typeof reviewViews)[number]
