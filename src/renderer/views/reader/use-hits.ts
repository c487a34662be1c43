import { shallowRef, watch, type ShallowRef } from 'vue'
import type { TextRange } from '../../../shared/text/text-range.ts'
import { theHost } from '../../api.ts'
import type { Reader } from './use-reader.ts'

/** Where the words of the search that the article was opened from stand in its text. */
export function useHits({ article, scroll, frame }: Reader, of: () => HitsWanted): ShallowRef<readonly TextRange[]> {
  const hits = shallowRef<readonly TextRange[]>([])

  async function find(query: string | null): Promise<void> {
    hits.value = []
    const uid = article.value?.uid
    if (query === null || uid === undefined) return
    const answer = await theHost().client.request('article.hits', { uid, query })
    if (!answer.ok || of().query !== query || article.value?.uid !== uid) return
    hits.value = answer.value.marks.map(([start, end]) => ({ start, end }))
  }

  watch([() => of().query, () => article.value?.uid], ([query]) => void find(query), { immediate: true })
  // Sent to no passage in particular, one is shown the first.
  watch([hits, frame.shown], ([found, shown]) => {
    const [first] = found
    if (first !== undefined && shown !== null && of().target === null) scroll.reveal(first)
  })
  return hits
}

/** What of the reader's place says which hits are shown. */
export interface HitsWanted {
  readonly query: string | null
  readonly target: TextRange | null
}
