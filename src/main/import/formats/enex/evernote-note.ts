/** An attachment as its note speaks of it; its bytes are kept beside, by their MD5, as ENML names them. */
export interface EvernoteResource {
  readonly hash: string
  readonly mediaType: string
  readonly fileName: string | null
}

/** A task of a note, which belongs to a group that stands in its text. */
export interface EvernoteTask {
  readonly title: string
  readonly done: boolean
  readonly group: string | null
}

/** A note as Evernote exports it. */
export interface EvernoteNote {
  readonly title: string
  /** ENML: an XML document of its own. */
  readonly content: string
  /** `20240101T000000Z`, or null. */
  readonly created: string | null
  readonly updated: string | null
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly resources: readonly EvernoteResource[]
  readonly tasks: readonly EvernoteTask[]
}
