import type { ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { openGesture, type Gesture } from './gesture.ts'
import { isJoined, pagesOf, showsPages } from './pages-of-article.ts'
import type { ArticleRef, PreparedRendition, StoredVersion } from './ports/article-records.ts'
import type { RemakeArticle } from './ports/remake-article.ts'
import type { PreparedArticle } from './prepared-article.ts'
import { reanchorAnnotations } from './reanchor-annotations.ts'
import { readStored } from './remake-version.ts'
import { placeWaitingQuotes } from './waiting-quote.ts'

/** What became of an article's pages: how many are joined, and what there is to remark about the whole. */
export interface JoinedPages {
  readonly pages: number
  readonly notes: readonly ItemNote[]
}

/**
 * Makes one text of the pages of an article that are in, as a version of its own that is shown from then on; the pages stay
 * versions with their originals, highlights get a place on the whole. Part of the gesture given (an import run's), so that its
 * undo shows again what was shown before. null = there is nothing to join, or it is joined and shown. Errors: those of
 * reading the pages, and the storage's.
 */
export async function joinPages(
  ports: ArchivePorts,
  remake: RemakeArticle,
  gesture: GestureUid,
  uid: ArticleUid,
): Promise<Result<JoinedPages | null>> {
  const found = ports.attempt(() => planPages(ports, uid))
  if (!found.ok) return found
  if (found.value === null) return ok(null)
  const plan = found.value
  if (plan.joined !== undefined) return showJoined(ports, gesture, plan.article, plan.joined)
  const made = await readPages(ports, remake, plan.pages)
  if (!made.ok) return made
  const { rendition, ...article } = made.value ?? { rendition: null, notes: [], resources: [] }
  if (rendition === null) return ok(null)
  return ports.attempt(() =>
    ports.transact((unit) => {
      // Another process may have brought in a page meanwhile; its own run joins that.
      const now = planPages(ports, uid)
      if (now === null || namesOf(now) !== namesOf(plan)) return null
      addJoined(ports, openGesture(ports, unit, 'import', gesture), plan, { ...article, rendition })
      return { pages: plan.pages.length, notes: article.notes }
    }),
  )
}

interface PagePlan {
  readonly article: ArticleRef
  readonly pages: readonly [StoredVersion, ...StoredVersion[]]
  /** The version that joins just these, where there is one. */
  readonly joined: StoredVersion | undefined
}

function planPages(ports: ArchivePorts, uid: ArticleUid): PagePlan | null {
  const article = ports.records.find(uid)
  if (article === undefined || !showsPages(ports, article.id)) return null
  const [first, ...others] = pagesOf(ports, article.id).values()
  if (first === undefined || others.length === 0) return null
  const plan = { article, pages: [first, ...others] as const, joined: undefined }
  const joined = ports.records
    .versionsOf(article.id)
    .findLast((version) => isJoined(version) && JSON.stringify(version.parameters['pages']) === namesOf(plan))
  return { ...plan, joined }
}

function namesOf({ pages }: PagePlan): string {
  return JSON.stringify(pages.map(({ uid }) => uid))
}

function showJoined(
  ports: ArchivePorts,
  gesture: GestureUid,
  article: ArticleRef,
  joined: StoredVersion,
): Result<null> {
  return ports.attempt(() =>
    ports.transact((unit) => {
      const value = { version: joined.number }
      openGesture(ports, unit, 'import', gesture).edit({ kind: 'current-version', subject: article.uid, value })
      return null
    }),
  )
}

async function readPages(
  ports: ArchivePorts,
  remake: RemakeArticle,
  pages: PagePlan['pages'],
): Promise<Result<PreparedArticle | null>> {
  const stored = pages.map((page) => readStored(ports, page))
  const failed = stored.find((one) => !one.ok)
  if (failed !== undefined) return failed
  const [first, ...others] = stored.flatMap((one) => (one.ok ? (one.value ?? []) : []))
  return first === undefined || others.length < pages.length - 1 ? ok(null) : remake({ ...first, pages: others })
}

function addJoined(
  ports: ArchivePorts,
  gesture: Gesture,
  { article, pages }: PagePlan,
  made: Pick<PreparedArticle, 'notes' | 'resources'> & { readonly rendition: PreparedRendition },
): void {
  const { unit } = gesture
  const [{ original, mediaType, parameters }] = pages
  for (const { blob } of made.resources) ports.blobs.put(unit, blob)
  const version = ports.records.createVersion(unit, article.id, {
    captured: gesture.at,
    original,
    mediaType,
    parameters: { ...parameters, page: null, pages: pages.map(({ uid }) => uid) },
    notes: made.notes.filter(({ kind }) => kind !== 'removed'),
  })
  const rendition = ports.records.createRendition(unit, version, made.rendition)
  ports.records.setCurrentRendition(unit, version, rendition)
  for (const { url, blob } of made.resources) ports.records.addResource(unit, rendition, { url, blob: blob.sha256 })
  const { fingerprint } = made.rendition
  ports.nearDuplicates.put(unit, { article: article.id, rendition, fingerprint })
  reanchorAnnotations(ports, unit, article, rendition)
  const added = ports.records.versionsOf(article.id).find(({ id }) => id === version)
  if (added === undefined) throw new Error('a version was added that is not there')
  gesture.edit({ kind: 'current-version', subject: article.uid, value: { version: added.number } })
  placeWaitingQuotes(ports, gesture, article, rendition)
}
