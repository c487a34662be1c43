/** One damaged thing, named so that a person can find it. */
export interface Damage {
  readonly kind: 'database' | 'blob' | 'text' | 'html' | 'index' | 'log' | 'change' | 'listing' | 'anchor'
  readonly uid: string
  readonly reason: string
}

/** What `verify` looked at and found. */
export interface VerifyReport {
  readonly damaged: readonly Damage[]
  readonly checked: {
    readonly articles: number
    readonly blobs: number
    readonly renditions: number
    readonly log: number
  }
  /** Hash of the newest log row; keep it elsewhere to prove that nothing was rewritten. */
  readonly logHead: string | null
}

/** What `backup` wrote. */
export interface BackupReport {
  readonly file: string
  readonly bytes: number
  readonly articles: number
  readonly logHead: string | null
  /** What `verify` found in the copy: damage that the archive itself has. */
  readonly damaged: readonly Damage[]
}

/** Counts, sizes in bytes. */
export interface ArchiveStats {
  readonly uid: string
  readonly created: string
  readonly schema: number
  readonly articles: number
  readonly trashed: number
  readonly versions: number
  readonly renditions: number
  readonly annotations: number
  readonly tags: number
  readonly collections: number
  readonly blobs: number
  readonly bytes: { readonly file: number; readonly originals: number; readonly text: number; readonly index: number }
}
