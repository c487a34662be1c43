import { ref } from 'vue'
import type { Uid } from '../../../shared/model/identity.ts'
import type { CollectionNode } from '../../../shared/model/organisation.ts'
import { useDragged } from '../../stores/dragged.ts'
import { useOrganise } from '../use-organise.ts'
import { isWithin, placeOfDrop, type TreeLine, type TreePlace } from './collection-tree.ts'

/** What a drop on the tree needs. */
export interface TreeDropOptions {
  readonly lines: () => readonly TreeLine[]
  readonly move: (node: CollectionNode, to: TreePlace) => Promise<void>
  readonly setOpen: (uid: Uid, isOpen: boolean) => void
}

type Mark = 'is-over' | 'is-before' | 'is-behind'

/** How long something is held over a closed collection before it opens, milliseconds. */
const OPENS = 700

/** Dragging in the tree: articles land in a collection, collections before, in or behind one. */
export function useTreeDrop({ lines, move, setOpen }: TreeDropOptions) {
  const drag = useDragged()
  const organise = useOrganise()
  const over = ref<{ readonly uid: Uid; readonly mark: Mark } | null>(null)
  let opening: ReturnType<typeof setTimeout> | undefined

  function start(event: DragEvent, { node }: TreeLine): void {
    drag.dragged = { kind: 'collection', uid: node.uid }
    event.dataTransfer?.setData('text/plain', node.name)
    if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move'
  }

  function allows({ node }: TreeLine): boolean {
    const { dragged } = drag
    if (dragged?.kind === 'articles') return true
    const moved = lines().find((line) => dragged?.kind === 'collection' && line.node.uid === dragged.uid)
    return moved !== undefined && !isWithin(moved.node, node.uid)
  }

  function hover(event: DragEvent, line: TreeLine): void {
    if (!allows(line)) return
    event.preventDefault()
    event.stopPropagation()
    const mark = drag.dragged?.kind === 'articles' ? 'is-over' : markOf(shareOf(event), line)
    if (over.value?.uid !== line.node.uid) {
      clearTimeout(opening)
      if (!line.isOpen) opening = setTimeout(() => setOpen(line.node.uid, true), OPENS)
    }
    over.value = { uid: line.node.uid, mark }
  }

  function drop(event: DragEvent, line: TreeLine): void {
    const { dragged } = drag
    leave()
    if (dragged === null || !allows(line)) return
    event.preventDefault()
    event.stopPropagation()
    drag.dragged = null
    if (dragged.kind === 'articles') {
      void organise(dragged.selection, { kind: 'collect', path: line.path, present: true })
      return
    }
    if (dragged.kind !== 'collection') return
    const moved = lines().find(({ node }) => node.uid === dragged.uid)
    const to = placeOfDrop(lines(), line, shareOf(event))
    if (moved !== undefined && to !== null && to.before !== dragged.uid) void move(moved.node, to)
  }

  function leave(): void {
    clearTimeout(opening)
    over.value = null
  }

  function end(): void {
    leave()
    drag.dragged = null
  }

  return {
    start,
    end,
    over: hover,
    leave,
    drop,
    classOf: (uid: Uid) => (over.value?.uid === uid ? over.value.mark : null),
  }
}

/** How far down a line the pointer is, 0 to 1. */
function shareOf(event: DragEvent): number {
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
  return (event.clientY - box.top) / box.height
}

function markOf(share: number, { isOpen }: TreeLine): Mark {
  if (share < 0.28) return 'is-before'
  return share > 0.72 && !isOpen ? 'is-behind' : 'is-over'
}
