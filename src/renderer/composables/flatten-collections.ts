import type { CollectionNode } from '../../shared/model/organisation.ts'

/** A collection with its names from the root. */
export interface CollectionPath {
  readonly path: readonly string[]
  /** Articles here and below. */
  readonly articles: number
}

/** All collections of a tree in its order, each by its whole path. */
export function flattenCollections(
  nodes: readonly CollectionNode[],
  above: readonly string[] = [],
): readonly CollectionPath[] {
  return nodes.flatMap(({ name, articlesBelow, children }) => {
    const path = [...above, name]
    return [{ path, articles: articlesBelow }, ...flattenCollections(children, path)]
  })
}
