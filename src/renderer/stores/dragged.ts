import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Uid } from '../../shared/model/identity.ts'
import type { ArticleSelection } from '../../shared/model/selection.ts'

/** What is being dragged within the window. */
export type Dragged =
  | { readonly kind: 'articles'; readonly selection: ArticleSelection; readonly count: number }
  | { readonly kind: 'collection'; readonly uid: Uid }
  /** A note or highlight, for other programs. */
  | { readonly kind: 'note' }
  /** Files, dragged on by the system: no event tells when that ends. */
  | { readonly kind: 'files' }

/** What is being dragged; the browser itself tells it only when it is dropped. */
export const useDragged = defineStore('dragged', () => {
  const dragged = shallowRef<Dragged | null>(null)
  return { dragged }
})
