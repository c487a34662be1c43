import { isJsonObject, type Json, type JsonObject } from '../../shared/json.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { Scope } from './scope.ts'
import type { Place } from './window-place.ts'

const KEY = 'offprint.place'

/** Keeps a place with this tab, so that reloading comes back to it. A passage is not kept: it was shown already. */
export function keepPlace(place: Place): void {
  sessionStorage.setItem(KEY, JSON.stringify(place.view === 'reader' ? { ...place, target: null } : place))
}

/** The place kept with this tab; null when there is none, or none that this window knows. */
export function keptPlace(): Place | null {
  const kept = sessionStorage.getItem(KEY)
  if (kept === null) return null
  try {
    return readPlace(JSON.parse(kept) as Json)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function readPlace(kept: Json): Place | null {
  if (!isJsonObject(kept)) return null
  const { view, article, query } = kept
  switch (view) {
    case 'notes':
    case 'import':
    case 'trash':
      return { view }
    case 'library': {
      const scope = readScope(kept['scope'])
      return scope === null ? null : { view, scope }
    }
    case 'search':
      return typeof query === 'string' ? { view, query } : null
    case 'reader':
      if (typeof article !== 'string') return null
      return { view, article: article as ArticleUid, target: null, query: typeof query === 'string' ? query : null }
    default:
      return null
  }
}

function readScope(kept: Json | undefined): Scope | null {
  if (kept === undefined || !isJsonObject(kept)) return null
  const { kind, tag } = kept
  if (kind === 'all' || kind === 'unread' || kind === 'starred') return { kind }
  if (kind === 'tag') return typeof tag === 'string' ? { kind, tag } : null
  return kind === 'collection' ? readCollection(kept) : null
}

function readCollection({ path }: JsonObject): Scope | null {
  const names = Array.isArray(path) ? path.filter((name) => typeof name === 'string') : []
  return names.length === 0 ? null : { kind: 'collection', path: names }
}
