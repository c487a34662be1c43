import { appError, Failure } from '../../shared/app-error.ts'
import type { ReadingState } from '../../shared/model/article.ts'
import type { ArticleUid, Instant } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureCollection } from './ensure-collection.ts'
import { ensureTag } from './ensure-tag.ts'
import { runGesture, type Gesture } from './gesture.ts'
import type { ArticleMarks } from './ports/entities.ts'
import type { Actor } from './ports/history.ts'

/** How many articles a bulk action changed; those already so are not counted. */
export interface OrganisedArticles {
  readonly articles: number
}

/** Sets the reading state or the star of many articles as one gesture. */
export function markArticles(
  ports: ArchivePorts,
  actor: Actor,
  articles: readonly ArticleUid[],
  marks: { readonly state?: ReadingState; readonly starred?: boolean },
): Result<OrganisedArticles> {
  return eachArticle(ports, actor, articles, (before) => ({ ...before, ...marks }))
}

/** Puts many articles into the Trash as one gesture; they keep their annotations. */
export function trashArticles(
  ports: ArchivePorts,
  actor: Actor,
  articles: readonly ArticleUid[],
): Result<OrganisedArticles> {
  return eachArticle(ports, actor, articles, (before, at) => ({ ...before, trashed: before.trashed ?? at }))
}

/** Brings many articles back out of the Trash as one gesture. */
export function restoreArticles(
  ports: ArchivePorts,
  actor: Actor,
  articles: readonly ArticleUid[],
): Result<OrganisedArticles> {
  return eachArticle(ports, actor, articles, (before) => ({ ...before, trashed: null }))
}

function eachArticle(
  ports: ArchivePorts,
  actor: Actor,
  articles: readonly ArticleUid[],
  change: (before: ArticleMarks, at: Instant) => ArticleMarks,
): Result<OrganisedArticles> {
  return runGesture(ports, actor, (gesture) => {
    let changed = 0
    for (const uid of articles) {
      const before = marksOf(ports, uid)
      const after = change(before, gesture.at)
      if (JSON.stringify(before) === JSON.stringify(after)) continue
      gesture.edit({ kind: 'article', subject: uid, value: after })
      changed++
    }
    return { articles: changed }
  })
}

function marksOf(ports: ArchivePorts, uid: ArticleUid): ArticleMarks {
  const marks = ports.entities.read('article', uid)
  if (marks === null) throw new Failure(appError('archive/article-not-found', { uid }))
  return marks
}

/** Gives (or takes) a tag to (or from) many articles as one gesture. */
export function tagArticles(
  ports: ArchivePorts,
  actor: Actor,
  articles: readonly ArticleUid[],
  tag: { readonly name: string; readonly present: boolean },
): Result<OrganisedArticles> {
  return runGesture(ports, actor, (gesture) => {
    const uid = ensureTag(ports, gesture.unit, tag.name, gesture.at)
    return setMembers(ports, gesture, { kind: 'article-tag', group: uid, present: tag.present }, articles)
  })
}

/** Puts (or takes) many articles into (or out of) a collection as one gesture. */
export function collectArticles(
  ports: ArchivePorts,
  actor: Actor,
  articles: readonly ArticleUid[],
  collection: { readonly path: readonly string[]; readonly present: boolean },
): Result<OrganisedArticles> {
  return runGesture(ports, actor, (gesture) => {
    const uid = ensureCollection(ports, gesture.unit, collection.path, gesture.at)
    return setMembers(ports, gesture, { kind: 'article-collection', group: uid, present: collection.present }, articles)
  })
}

/** Makes articles members of a group, or no longer so, inside an open gesture. */
export function setMembers(
  ports: ArchivePorts,
  gesture: Gesture,
  membership: {
    readonly kind: 'article-tag' | 'article-collection' | 'annotation-tag'
    readonly group: string
    readonly present: boolean
  },
  members: readonly string[],
): OrganisedArticles {
  let changed = 0
  for (const member of members) {
    if (membership.kind !== 'annotation-tag') marksOf(ports, member as ArticleUid)
    const subject = `${member}/${membership.group}`
    const isMember = ports.entities.read(membership.kind, subject) !== null
    if (isMember === membership.present) continue
    const value = membership.present ? { uid: ports.newUid(), created: gesture.at, changed: gesture.at } : null
    gesture.edit({ kind: membership.kind, subject, value })
    changed++
  }
  return { articles: changed }
}
