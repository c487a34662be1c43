import { onBeforeUnmount, onMounted } from 'vue'
import type { ArticleLink } from '../../shared/ipc/host-contract.ts'
import { theHost } from '../api.ts'
import { usePlace } from '../stores/place.ts'

/** Shows the articles of links that are opened outside: the one that the program was started with, and those that come. */
export function useArticleLinks(): void {
  const { client } = theHost()
  const place = usePlace()

  async function show({ uid, annotation }: ArticleLink): Promise<void> {
    const target = annotation === null ? null : await placeOf(uid, annotation)
    place.go({ view: 'reader', article: uid, target, query: null })
  }

  /** Where it lies in the current text; null when it is on the article as a whole, has lost its place, or is gone. */
  async function placeOf(uid: ArticleLink['uid'], annotation: NonNullable<ArticleLink['annotation']>) {
    const article = await client.request('article.get', { uid, version: null })
    const found = article.ok ? article.value.annotations.find((one) => one.uid === annotation) : undefined
    const { start, end } = found?.anchors[0] ?? { start: null, end: null }
    return start === null || end === null ? null : { start, end }
  }

  let end = (): void => undefined
  onMounted(async () => {
    end = client.on('host.openArticle', (link) => void show(link))
    const waiting = await client.request('host.takeLink', {})
    if (waiting.ok && waiting.value !== null) await show(waiting.value)
  })
  onBeforeUnmount(() => end())
}
