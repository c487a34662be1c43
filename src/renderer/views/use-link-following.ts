import type { TextRange } from '../../shared/text/text-range.ts'
import type { DeepLink } from '../../shared/text/deep-link.ts'
import { theHost } from '../api.ts'
import { usePlace } from '../stores/place.ts'

/** Goes to what a link leads to: the article, at the annotation's place in its current text when it has one. */
export function useLinkFollowing(): (to: DeepLink) => Promise<void> {
  const { client } = theHost()
  const place = usePlace()

  /** Null when it is on the article as a whole, has lost its place, or is gone. */
  async function targetOf({ article: uid, annotation }: DeepLink): Promise<TextRange | null> {
    if (annotation === null) return null
    const article = await client.request('article.get', { uid, version: null })
    const found = article.ok ? article.value.annotations.find((one) => one.uid === annotation) : undefined
    const { start, end } = found?.anchors[0] ?? { start: null, end: null }
    return start === null || end === null ? null : { start, end }
  }

  return async (to) => {
    const target = await targetOf(to)
    place.go({ view: 'reader', article: to.article, target, query: null })
  }
}
