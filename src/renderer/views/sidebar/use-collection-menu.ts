import { FolderPlus, Pencil, Trash2 } from '@lucide/vue'
import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Uid } from '../../../shared/model/identity.ts'
import type { MenuEntry } from '../../components/kit/menu-entry.ts'
import { placeOfMove, type TreeLine, type TreeMove } from './collection-tree.ts'

/** What the menu of a collection is about, and what it does. */
export interface CollectionMenuOptions {
  readonly lines: () => readonly TreeLine[]
  /** The collection the menu is for. */
  readonly target: () => Uid | null
  readonly rename: (uid: Uid) => void
  readonly create: (parent: Uid) => void
  readonly moveBy: (uid: Uid, direction: TreeMove) => void
  readonly remove: (uid: Uid) => void
}

const MOVES: readonly TreeMove[] = ['up', 'down', 'in', 'out']

/** The menu of a collection in the sidebar. */
export function useCollectionMenu({ lines, target, ...does }: CollectionMenuOptions): {
  readonly entries: ComputedRef<readonly MenuEntry[]>
  readonly choose: (id: string) => void
} {
  const { t } = useI18n()
  const canMove = (direction: TreeMove): boolean => {
    const uid = target()
    return uid !== null && placeOfMove(lines(), uid, direction) !== null
  }
  const entries = computed<readonly MenuEntry[]>(() => [
    { kind: 'item', id: 'rename', label: t('sidebar.rename'), icon: Pencil, keys: 'F2' },
    { kind: 'item', id: 'create', label: t('sidebar.newWithin'), icon: FolderPlus },
    { kind: 'separator' },
    ...MOVES.map((id): MenuEntry => ({ kind: 'item', id, label: t(`sidebar.move.${id}`), disabled: !canMove(id) })),
    { kind: 'separator' },
    { kind: 'item', id: 'delete', label: t('sidebar.deleteCollection'), icon: Trash2, danger: true },
  ])

  function choose(id: string): void {
    const uid = target()
    const direction = MOVES.find((one) => one === id)
    if (uid === null) return
    if (direction !== undefined) does.moveBy(uid, direction)
    else if (id === 'rename') does.rename(uid)
    else if (id === 'create') does.create(uid)
    else if (id === 'delete') does.remove(uid)
  }

  return { entries, choose }
}
