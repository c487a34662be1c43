import { onBeforeUnmount, onMounted } from 'vue'
import type { ArticleLink } from '../../shared/ipc/host-contract.ts'
import { theHost } from '../api.ts'
import { useLinkFollowing } from './use-link-following.ts'

/** Shows the articles of links that are opened outside: the one that the program was started with, and those that come. */
export function useArticleLinks(): void {
  const { client } = theHost()
  const follow = useLinkFollowing()
  const show = ({ uid, annotation }: ArticleLink): Promise<void> => follow({ article: uid, annotation })

  let end = (): void => undefined
  onMounted(async () => {
    end = client.on('host.openArticle', (link) => void show(link))
    const waiting = await client.request('host.takeLink', {})
    if (waiting.ok && waiting.value !== null) await show(waiting.value)
  })
  onBeforeUnmount(() => end())
}
