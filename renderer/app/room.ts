import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { ReviewView } from './review-view.ts'

/** What takes the place of the desk while the person is there; `file` and `id` are null for the list. */
export type Room =
  | { readonly name: 'playbooks'; readonly file: string | null }
  | { readonly name: 'briefs'; readonly id: BriefId | null }
  | { readonly name: 'people' }
  | { readonly name: 'callbacks'; readonly id: CallbackId | null }
  /** `id` is a call's, or a person's among people. */
  | { readonly name: 'review'; readonly view: ReviewView; readonly id: string | null }
