import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Uid } from '../../../shared/model/identity.ts'
import type { CollectionNode, OrganisedGroup } from '../../../shared/model/organisation.ts'
import type { Result } from '../../../shared/result.ts'
import { theHost } from '../../api.ts'
import { useOverview } from '../../stores/overview.ts'
import { useSettings } from '../../stores/settings.ts'
import { useUndo } from '../../stores/undo.ts'
import { treeLines, type TreePlace } from './collection-tree.ts'

/** The collections as the sidebar shows them, and what can be done to them; everything can be undone. */
export function useCollections() {
  const { t } = useI18n()
  const overview = useOverview()
  const settings = useSettings()
  const undo = useUndo()

  const roots = computed(() => overview.collections)
  const opened = computed(() => new Set(settings.values.openCollections))
  const lines = computed(() => treeLines(roots.value, (uid) => opened.value.has(uid)))

  /** Shows or hides what lies below; remembered. */
  function setOpen(uid: Uid, isOpen: boolean): void {
    const others = settings.values.openCollections.filter((one) => one !== uid)
    void settings.set({ openCollections: isOpen ? [...others, uid] : others })
  }

  async function report(done: Result<OrganisedGroup>, sentence: string): Promise<Uid | null> {
    if (done.ok) undo.offer(sentence, done.value.gesture)
    else undo.fail(done.error)
    await overview.refresh()
    return done.ok ? done.value.uid : null
  }

  async function create(parent: Uid | null, name: string): Promise<Uid | null> {
    if (parent !== null) setOpen(parent, true)
    const done = await theHost().client.request('collection.create', { parent, name })
    return report(done, t('sidebar.done.collectionMade', { name }))
  }

  async function rename({ uid }: CollectionNode, name: string): Promise<void> {
    const done = await theHost().client.request('collection.rename', { uid, name })
    await report(done, t('sidebar.done.collectionRenamed', { name }))
  }

  async function move({ uid, name }: CollectionNode, { parent, before }: TreePlace): Promise<void> {
    if (parent !== null) setOpen(parent, true)
    const done = await theHost().client.request('collection.move', { uid, parent, before })
    await report(done, t('sidebar.done.collectionMoved', { name }))
  }

  async function remove({ uid, name }: CollectionNode): Promise<void> {
    const done = await theHost().client.request('collection.delete', { uid })
    await report(done, t('sidebar.done.collectionDeleted', { name }))
  }

  return { roots, lines, setOpen, create, rename, move, remove }
}
