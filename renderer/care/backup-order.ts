export interface BackupOrder {
  readonly kind: 'seal' | 'open'
  readonly passphrase: string
  readonly stream: ReadableStream<Uint8Array>
}

export interface BackupAnswer {
  /** Null when the file is no age file, or the passphrase is another. */
  readonly stream: ReadableStream<Uint8Array> | null
}
