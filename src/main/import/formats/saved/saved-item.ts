import type { JsonObject } from '../../../../shared/json.ts'
import type { ItemNote } from '../../../../shared/model/item-note.ts'
import type { ReadingState } from '../../../../shared/model/article.ts'
import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import type { DraftContent, DraftFile } from '../../draft.ts'

/** One entry of a reading or bookmark service, as its export states it. */
export interface SavedItem {
  /** Its id in the service; null when the export has none. */
  readonly id: string | null
  readonly url: string | null
  readonly title: string | null
  readonly author: string | null
  readonly publication: string | null
  readonly published: string | null
  readonly language: string | null
  readonly description: string | null
  /** When it was saved, in whatever way it is written. */
  readonly added: string | null
  readonly state: ReadingState
  readonly starred: boolean
  readonly tags: readonly string[]
  readonly collections: readonly (readonly string[])[]
  readonly highlights: readonly DraftHighlight[]
  /** A person's own words on the whole of it. */
  readonly note: string | null
  readonly content: DraftContent
  readonly files: readonly DraftFile[]
  /** What has no place in an article, by its name in the export. */
  readonly unknown: JsonObject
  readonly notes: readonly ItemNote[]
}

/** An entry that states nothing. */
export const NOTHING_SAVED: SavedItem = {
  id: null,
  url: null,
  title: null,
  author: null,
  publication: null,
  published: null,
  language: null,
  description: null,
  added: null,
  state: 'unread',
  starred: false,
  tags: [],
  collections: [],
  highlights: [],
  note: null,
  content: { kind: 'none' },
  files: [],
  unknown: {},
  notes: [],
}
