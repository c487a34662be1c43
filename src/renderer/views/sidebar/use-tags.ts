import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OrganisedGroup, TagCount } from '../../../shared/model/organisation.ts'
import type { Result } from '../../../shared/result.ts'
import { theHost } from '../../api.ts'
import { useOverview } from '../../stores/overview.ts'
import { useUndo } from '../../stores/undo.ts'

/** The tags as the sidebar shows them, and what can be done to them; everything can be undone. */
export function useTags() {
  const { t } = useI18n()
  const overview = useOverview()
  const undo = useUndo()
  const tags = computed(() => overview.tags.toSorted((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1)))

  async function report(done: Result<OrganisedGroup>, sentence: string): Promise<boolean> {
    if (done.ok) undo.offer(sentence, done.value.gesture)
    else undo.fail(done.error)
    await overview.refresh()
    return done.ok
  }

  async function rename({ uid }: TagCount, name: string): Promise<boolean> {
    const done = await theHost().client.request('tag.rename', { uid, name })
    return report(done, t('sidebar.done.tagRenamed', { name }))
  }

  async function remove({ uid, name }: TagCount): Promise<void> {
    const done = await theHost().client.request('tag.delete', { uid })
    await report(done, t('sidebar.done.tagDeleted', { name }))
  }

  async function merge({ uid, name }: TagCount, into: TagCount): Promise<void> {
    const done = await theHost().client.request('tag.merge', { uid, into: into.uid })
    await report(done, t('sidebar.done.tagMerged', { name, into: into.name }))
  }

  return { tags, rename, remove, merge }
}
