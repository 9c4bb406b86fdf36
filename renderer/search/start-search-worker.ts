import workerUrl from './search-worker.ts?worker&url'

/** The part of the Trusted Types API that is used here, https://www.w3.org/TR/trusted-types/. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string }
}

/** The page's security policy lets only this one script become a worker. */
export function startSearchWorker(): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('search-worker', { createScriptURL: () => workerUrl })
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'search' })
}
