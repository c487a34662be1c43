import { isJsonObject } from '../../shared/json.ts'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { StoredVersion } from './ports/article-records.ts'

/**
 * The pages of an article that came in one by one are versions of it, each with its original; the text of all of them is one
 * version more, whose parameters name theirs (docs/decisions/articles-of-several-pages.md).
 */
export function isJoined({ parameters }: StoredVersion): boolean {
  return Array.isArray(parameters['pages'])
}

/** Which page of its article a version is; null for all other versions. */
export function pageNumberOf({ parameters }: StoredVersion): number | null {
  const page = parameters['page']
  const number = isJsonObject(page) ? page['number'] : null
  return typeof number === 'number' ? number : null
}

/** Versions that a joined one was made of, in its order; undefined when one is not there. */
export function joinedVersions(ports: ArchivePorts, version: StoredVersion): readonly StoredVersion[] | undefined {
  const named = version.parameters['pages']
  if (!Array.isArray(named)) return undefined
  const byUid = new Map(ports.records.versionsOf(version.article.id).map((one) => [one.uid as string, one]))
  const found = named.flatMap((uid) => (typeof uid === 'string' ? (byUid.get(uid) ?? []) : []))
  return found.length < named.length ? undefined : found
}

/** Pages of an article by their numbers, of each the newest capture that has a text. */
export function pagesOf(ports: ArchivePorts, article: ArticleId): ReadonlyMap<number, StoredVersion> {
  const pages = new Map<number, StoredVersion>()
  for (const version of ports.records.versionsOf(article)) {
    const number = pageNumberOf(version)
    if (number !== null && version.original !== null && version.currentRendition !== null) pages.set(number, version)
  }
  return new Map([...pages].toSorted(([a], [b]) => a - b))
}

/** Whether what an article shows is a page of it or made of pages: one that came whole stays as it came. */
export function showsPages(ports: ArchivePorts, article: ArticleId): boolean {
  const shown = ports.records.version(article, null)
  return shown !== undefined && (isJoined(shown) || pageNumberOf(shown) !== null)
}
