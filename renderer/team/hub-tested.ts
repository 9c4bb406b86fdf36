/** What came of trying the hub, the trouble in words. */
export type HubTested = { readonly trouble: string | null }
