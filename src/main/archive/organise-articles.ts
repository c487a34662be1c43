import type { ReadingState } from '../../shared/model/article.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid, Instant } from '../../shared/model/identity.ts'
import type { OrganisedArticles } from '../../shared/model/organisation.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureCollection } from './ensure-collection.ts'
import { ensureTag } from './ensure-tag.ts'
import { getMarks } from './get-marks.ts'
import { runGesture, type Gesture } from './gesture.ts'
import type { ArticleMarks } from './ports/entities.ts'
import { setMembers } from './set-members.ts'

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
      const value = change(getMarks(ports, uid), gesture.at)
      if (gesture.edit({ kind: 'article', subject: uid, value })) changed++
    }
    return organised(gesture, changed)
  })
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
    const membership = { kind: 'article-tag', group: uid, present: tag.present } as const
    return organised(gesture, setMembers(ports, gesture, membership, articles))
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
    const membership = { kind: 'article-collection', group: uid, present: collection.present } as const
    return organised(gesture, setMembers(ports, gesture, membership, articles))
  })
}

function organised({ uid }: Gesture, articles: number): OrganisedArticles {
  return { articles, gesture: articles === 0 ? null : uid }
}
