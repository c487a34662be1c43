import type { Uid } from '../../../shared/model/identity.ts'
import type { TreeLine } from './collection-tree.ts'

/** Where the field for a new collection's name stands: before a line of the tree, at its level. */
export interface NamingPlace {
  /** The number of lines = behind the last one. */
  readonly index: number
  readonly level: number
}

/** Under the last line of its parent; null = at the top, so behind all lines. */
export function placeOfNaming(lines: readonly TreeLine[], parent: Uid | null): NamingPlace {
  const at = lines.findIndex(({ node }) => node.uid === parent)
  const above = lines[at]
  if (above === undefined) return { index: lines.length, level: 1 }
  const end = lines.findIndex(({ level }, index) => index > at && level <= above.level)
  return { index: end === -1 ? lines.length : end, level: above.level + 1 }
}
