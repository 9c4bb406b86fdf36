import workerUrl from './search-worker.ts?worker&url'

/** The part of the Trusted Types API that is used here, https://www.w3.org/TR/trusted-types/. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(url: string): string }
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }

/** The page's security policy lets only this one script become a worker, and lets the policy be made only once. */
const policy = trustedTypes?.createPolicy('search-worker', { createScriptURL: () => workerUrl })

export function startSearchWorker(): Worker {
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'search' })
}
