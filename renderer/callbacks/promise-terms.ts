import type { Callback } from '../../shared/callbacks/callback.ts'

/** What is promised, apart from whom and when. */
export interface PromiseTerms extends Pick<Callback, 'kind' | 'reason' | 'topic' | 'promised' | 'priority' | 'keeper' | 'notes'> {
  /** Kept while the agent chooses who keeps it; means nothing when it is `me`. */
  readonly deputyId: string | null
}

type Said = Partial<Pick<PromiseTerms, 'reason' | 'topic'>> & Pick<PromiseTerms, 'promised'>

/** What goes without saying, until somebody says it otherwise. */
export function termsOf({ reason = '', topic = '', promised }: Said): PromiseTerms {
  return { kind: 'callback', reason, topic, promised, priority: 'normal', keeper: 'me', notes: '', deputyId: null }
}
