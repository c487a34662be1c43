import type { Uid } from '../../../shared/model/identity.ts'
import type { CollectionNode } from '../../../shared/model/organisation.ts'

/** One line of the tree as it is shown. */
export interface TreeLine {
  readonly node: CollectionNode
  readonly path: readonly string[]
  /** 1 = at the top. */
  readonly level: number
  readonly parent: CollectionNode | null
  readonly siblings: readonly CollectionNode[]
  readonly isOpen: boolean
}

/** Where a collection is moved to: under a parent (null = the top), before a sibling (null = last). */
export interface TreePlace {
  readonly parent: Uid | null
  readonly before: Uid | null
}

/** The lines of a tree from top to bottom, without those under a closed one. */
export function treeLines(
  siblings: readonly CollectionNode[],
  isOpen: (uid: Uid) => boolean,
  above: { readonly parent: CollectionNode | null; readonly path: readonly string[] } = { parent: null, path: [] },
): readonly TreeLine[] {
  return siblings.flatMap((node): readonly TreeLine[] => {
    const path = [...above.path, node.name]
    const open = node.children.length > 0 && isOpen(node.uid)
    const line = { node, path, level: path.length, parent: above.parent, siblings, isOpen: open }
    return open ? [line, ...treeLines(node.children, isOpen, { parent: node, path })] : [line]
  })
}

/** Whether a collection is the other or lies below it: it cannot be moved there. */
export function isWithin(node: CollectionNode, uid: Uid): boolean {
  return node.uid === uid || node.children.some((child) => isWithin(child, uid))
}

/** A direction in which a collection can be moved by key or menu. */
export type TreeMove = 'up' | 'down' | 'in' | 'out'

/**
 * Where a move by one step leads: up and down among its siblings, in = last under the sibling before it, out = behind
 * its parent. Null when there is no such place.
 */
export function placeOfMove(lines: readonly TreeLine[], uid: Uid, move: TreeMove): TreePlace | null {
  const line = lines.find(({ node }) => node.uid === uid)
  if (line === undefined) return null
  const { siblings } = line
  const at = siblings.findIndex((one) => one.uid === uid)
  const parent = line.parent?.uid ?? null
  const before = siblings[at - 1]
  switch (move) {
    case 'up':
      return before === undefined ? null : { parent, before: before.uid }
    case 'down':
      return siblings[at + 1] === undefined ? null : { parent, before: siblings[at + 2]?.uid ?? null }
    case 'in':
      return before === undefined ? null : { parent: before.uid, before: null }
    case 'out':
      return line.parent === null ? null : placeBehind(lines, line.parent.uid)
  }
}

/** The place behind a collection among its siblings. */
export function placeBehind(lines: readonly TreeLine[], uid: Uid): TreePlace | null {
  const line = lines.find(({ node }) => node.uid === uid)
  if (line === undefined) return null
  const at = line.siblings.findIndex((one) => one.uid === uid)
  return { parent: line.parent?.uid ?? null, before: line.siblings[at + 1]?.uid ?? null }
}

/** Which third of a line the pointer is on says whether something lands before, in or behind it. */
export function placeOfDrop(lines: readonly TreeLine[], target: TreeLine, share: number): TreePlace | null {
  const { uid } = target.node
  if (share < 0.28) return { parent: target.parent?.uid ?? null, before: uid }
  if (share > 0.72 && !target.isOpen) return placeBehind(lines, uid)
  return { parent: uid, before: null }
}
