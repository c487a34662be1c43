import { appError, Failure } from '../../shared/app-error.ts'
import { isJsonObject, type JsonObject } from '../../shared/json.ts'
import type { ElementChosen } from '../../shared/model/chosen-element.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid, RenditionId } from '../../shared/model/identity.ts'
import { err, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { getArticleRef } from './get-article-ref.ts'
import { runGesture } from './gesture.ts'
import type { PreparedRendition, StoredVersion } from './ports/article-records.ts'
import type { ReadingChoice } from './ports/entities.ts'
import type { RemakeArticle } from './ports/remake-article.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import type { PreparedArticle } from './prepared-article.ts'
import { reanchorAnnotations } from './reanchor-annotations.ts'
import { remakeVersion } from './remake-version.ts'

/** What a version's original was made into by a person's choice. */
export type MadeAnew = PreparedArticle & { readonly rendition: PreparedRendition }

/**
 * Reads a version anew with other parameters and shows what comes of it; the text there was is kept, highlights get a place on
 * the new one. One gesture: undo shows the old text again. `judge` says what was chosen, as it was found, or why it is refused.
 * Errors: `archive/no-original`, those of the import, and those of `judge`.
 */
export async function readAnew(
  ports: ArchivePorts,
  remake: RemakeArticle,
  actor: Actor,
  asked: {
    readonly version: StoredVersion
    readonly parameters: JsonObject
    readonly judge: (made: PreparedArticle) => Result<Omit<ReadingChoice, 'rendition'>>
  },
): Promise<Result<ElementChosen>> {
  const { version, parameters, judge } = asked
  const { uid } = version.article
  const { made } = await remakeVersion(ports, remake, { ...version, parameters })
  if (made === undefined) return err(appError('archive/no-original', { uid }))
  if (!made.ok) return made
  const judged = judge(made.value)
  if (!judged.ok) return judged
  const { rendition } = made.value
  if (rendition === null) return err(appError('import/empty', {}))
  return runGesture(ports, actor, (gesture) => {
    const added = addRendition(ports, gesture.unit, version, { ...made.value, rendition })
    const subject = `${uid}/${String(version.number)}`
    gesture.edit({ kind: 'chosen-element', subject, value: { ...judged.value, rendition: added } })
    const report = reanchorAnnotations(ports, gesture.unit, version.article, added)
    return { gesture: gesture.uid, version: version.number, words: rendition.content.words, ...report }
  })
}

function addRendition(ports: ArchivePorts, unit: UnitOfWork, version: StoredVersion, made: MadeAnew): RenditionId {
  for (const { blob } of made.resources) ports.blobs.put(unit, blob)
  const rendition = ports.records.createRendition(unit, version.id, made.rendition)
  for (const { url, blob } of made.resources) ports.records.addResource(unit, rendition, { url, blob: blob.sha256 })
  const { fingerprint } = made.rendition
  ports.nearDuplicates.put(unit, { article: version.article.id, rendition, fingerprint })
  return rendition
}

/** @throws Failure `archive/article-not-found`, `archive/version-not-found`. */
export function findVersion(ports: ArchivePorts, uid: ArticleUid, number: number | null): StoredVersion {
  const version = ports.records.version(getArticleRef(ports, uid).id, number)
  if (version === undefined) throw new Failure(appError('archive/version-not-found', { uid, version: number }))
  return version
}

/** The element as the extractor found it: with the words by which it is known again. */
export function elementOf({ parameters }: Pick<PreparedArticle, 'parameters'>): ReadingChoice['element'] {
  const { element } = parameters
  if (!isJsonObject(element)) return null
  const { selector, begins, ends } = element
  return typeof selector === 'string' && typeof begins === 'string' && typeof ends === 'string'
    ? { selector, begins, ends }
    : null
}

/** The encoding that a person chose for a version. */
export function encodingOf({ parameters }: Pick<StoredVersion, 'parameters'>): string | null {
  const { encoding } = parameters
  return typeof encoding === 'string' ? encoding : null
}
