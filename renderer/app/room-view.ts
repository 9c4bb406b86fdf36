/** What the room of callbacks shows; a file is a calendar to be looked through. */
export type RoomView = 'list' | 'files' | 'week' | 'new' | { readonly file: File }
