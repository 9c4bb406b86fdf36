/** Where the note store stands; anything but `open` is said on every screen. */
export type StorageState =
  | { readonly kind: 'opening' }
  /** Records come back from the second copy; `share` of it has been read, from 0 to 1. */
  | { readonly kind: 'restoring'; readonly share: number }
  | { readonly kind: 'open' }
  /** Too little room on the disk to open the store safely: opening a store on a full disk can wipe it. */
  | { readonly kind: 'refused'; readonly freeBytes: number }
  /** The first storage error stops all further writing, because re-opening a store on a full disk can wipe it. */
  | { readonly kind: 'stopped'; readonly cause: string }
  /** Another window of the browser shell has the desk. */
  | { readonly kind: 'elsewhere'; readonly takeOver: () => void }
