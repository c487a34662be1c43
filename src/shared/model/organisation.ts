import type { GestureUid, Uid } from './identity.ts'

/** How many articles a bulk action changed; those already so are not counted. */
export interface OrganisedArticles {
  readonly articles: number
  /** What to undo; null when nothing changed. */
  readonly gesture: GestureUid | null
}

/** What a change of tags or collections did. */
export interface OrganisedGroup {
  readonly uid: Uid
  readonly gesture: GestureUid | null
}

/** A tag with what bears it; articles in the Trash, and annotations on them, do not count. */
export interface TagCount {
  readonly uid: Uid
  readonly name: string
  readonly articles: number
  readonly annotations: number
}

/** A collection with what lies in it; articles in the Trash do not count. */
export interface CollectionNode {
  readonly uid: Uid
  readonly name: string
  /** Articles that lie in this collection itself. */
  readonly articles: number
  /** Articles that lie here or anywhere below, each counted once. */
  readonly articlesBelow: number
  readonly children: readonly CollectionNode[]
}
