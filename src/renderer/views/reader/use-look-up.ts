import { usePlace } from '../../stores/place.ts'
import type { Reader } from './use-reader.ts'

/** Longest beginning of a selection that is searched for, UTF-16 code units. */
const MOST = 120

/** Searches the archive for the selected words, as they stand. */
export function useLookUp({ article, selection }: Reader): () => void {
  const place = usePlace()
  return () => {
    const { value: range } = selection.range
    if (range === null || article.value === null) return
    place.go({ view: 'search', query: `"${article.value.text.slice(range.start, range.end).slice(0, MOST)}"` })
  }
}
