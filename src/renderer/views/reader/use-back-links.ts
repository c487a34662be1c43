import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { BackLink } from '../../../shared/model/note-link.ts'
import { theHost } from '../../api.ts'

/** Notes that link to an article, read when it is opened and again when the archive changed; none while they are not known. */
export function useBackLinks(article: () => ArticleUid | null): ShallowRef<readonly BackLink[]> {
  const { client } = theHost()
  const links = shallowRef<readonly BackLink[]>([])

  async function read(): Promise<void> {
    const uid = article()
    if (uid === null) return
    const answer = await client.request('article.links', { uid })
    if (answer.ok && article() === uid) links.value = answer.value.backLinks
  }

  watch(
    article,
    () => {
      links.value = []
      void read()
    },
    { immediate: true },
  )
  const end = client.on('archive.changed', () => void read())
  onBeforeUnmount(() => end())
  return links
}
