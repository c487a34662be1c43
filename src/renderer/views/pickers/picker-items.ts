import type { CollectionNode, TagCount } from '../../../shared/model/organisation.ts'
import type { PickerItem } from '../../components/pickers/picker-item.ts'

/** What the articles at hand have: a name of a tag, or the path of a collection, to whether all or some have it. */
export type Having = ReadonlyMap<string, 'all' | 'some'>

/** Joins the steps of a collection's path, as rows of lists do. */
export const PATH_STEP = '/'

/** Tags to choose from, those that the articles have first, then the most used. */
export function tagItems(tags: readonly TagCount[], having: Having): readonly PickerItem[] {
  const rank = ({ name }: TagCount): number => (having.has(name) ? 0 : 1)
  return tags
    .toSorted((a, b) => rank(a) - rank(b) || b.articles - a.articles || (a.name < b.name ? -1 : 1))
    .map(({ name }) => ({ id: name, label: name, depth: 0, state: having.get(name) ?? 'none' }))
}

/** Collections to choose from, as the sidebar orders and indents them; each named by its path. */
export function collectionItems(
  nodes: readonly CollectionNode[],
  having: Having,
  above: readonly string[] = [],
): readonly PickerItem[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.name]
    const id = path.join(PATH_STEP)
    return [
      { id, label: node.name, depth: above.length, state: having.get(id) ?? 'none' },
      ...collectionItems(node.children, having, path),
    ]
  })
}

/** What a set of articles has, by the names that each of them has. */
export function havingOf(names: readonly (readonly string[])[]): Having {
  const counts = new Map<string, number>()
  for (const name of names.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map([...counts].map(([name, count]) => [name, count === names.length ? 'all' : 'some']))
}
