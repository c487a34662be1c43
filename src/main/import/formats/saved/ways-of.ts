import type { JsonObject } from '../../../../shared/json.ts'
import { textField } from '../../json/json-fields.ts'

/** Groups inside one another at most; a group that lies in itself ends here too. */
const DEEPEST = 64

/** The way from the root to every group of a list, by its id: each group states its `name` and its `parentId`. */
export function waysOf(groups: readonly JsonObject[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(groups.map((group) => [textField(group, 'id') ?? '', group]))
  return new Map([...byId.keys()].map((id) => [id, wayOf(byId, id)]))
}

function wayOf(groups: ReadonlyMap<string, JsonObject>, id: string): readonly string[] {
  const way: string[] = []
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at) && way.length < DEEPEST;) {
    seen.add(at)
    const group = groups.get(at)
    if (group === undefined) break
    way.unshift(textField(group, 'name') ?? 'Unnamed')
    at = textField(group, 'parentId')
  }
  return way
}
