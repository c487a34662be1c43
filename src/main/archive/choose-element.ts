import type { PageOutline } from '../../shared/model/page-element.ts'
import { appError, Failure } from '../../shared/app-error.ts'
import { isJsonObject } from '../../shared/json.ts'
import type { ElementChosen } from '../../shared/model/chosen-element.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { getArticleRef } from './get-article-ref.ts'
import { runGesture } from './gesture.ts'
import type { ElementChoice } from './ports/entities.ts'
import type { PreparedRendition, StoredVersion } from './ports/article-records.ts'
import type { RemakeArticle } from './ports/remake-article.ts'
import type { PreparedArticle } from './prepared-article.ts'
import { reanchorAnnotations } from './reanchor-annotations.ts'
import { remakeVersion } from './remake-version.ts'

/** Which part of which page is the article; `version` null = the current one, `selector` null = look for it again. */
export interface WantedChoice {
  readonly uid: ArticleUid
  readonly version: number | null
  readonly selector: string | null
}

/**
 * Reads a version of an article anew, with the element that a person chose as its text, or (null) as the extractor finds
 * it. The text there was is kept; highlights get a place on the new one. One gesture: undo shows the old text again. Later
 * rebuilds take the same element. Errors: `archive/article-not-found`, `archive/version-not-found`,
 * `archive/no-original`, `archive/element-not-found` (nothing there, no text in it, or the original is no page), and
 * those of the import.
 */
export async function chooseElement(
  ports: ArchivePorts,
  remake: RemakeArticle,
  actor: Actor,
  { uid, version: number, selector }: WantedChoice,
): Promise<Result<ElementChosen>> {
  const found = ports.attempt(() => findVersion(ports, uid, number))
  if (!found.ok) return found
  const version = found.value
  const asked = { ...version.parameters, element: selector === null ? null : { selector } }
  const { made } = await remakeVersion(ports, remake, { ...version, parameters: asked })
  if (made === undefined) return err(appError('archive/no-original', { uid }))
  if (!made.ok) return made
  const { rendition } = made.value
  const element = elementOf(made.value)
  if (rendition === null || (selector !== null && element === null)) {
    return err(appError('archive/element-not-found', { selector: selector ?? '' }))
  }
  return runGesture(ports, actor, (gesture) => {
    const added = addRendition(ports, gesture.unit, version, { ...made.value, rendition })
    const subject = `${uid}/${String(version.number)}`
    gesture.edit({ kind: 'chosen-element', subject, value: { element, rendition: added } })
    const report = reanchorAnnotations(ports, gesture.unit, version.article, added)
    return { gesture: gesture.uid, version: version.number, words: rendition.content.words, ...report }
  })
}

/**
 * The parts of a version's page that `chooseElement` may be given, and the selector that was chosen (null: none). No part
 * for an original that is no page. Errors as of `chooseElement`.
 */
export async function outlineVersion(
  ports: ArchivePorts,
  remake: RemakeArticle,
  uid: ArticleUid,
  number: number | null,
): Promise<Result<PageOutline>> {
  const found = ports.attempt(() => findVersion(ports, uid, number))
  if (!found.ok) return found
  const { element } = found.value.parameters
  const chosen = isJsonObject(element) && typeof element['selector'] === 'string' ? element['selector'] : null
  const { made } = await remakeVersion(ports, remake, found.value, { isOutlined: true })
  if (made === undefined) return err(appError('archive/no-original', { uid }))
  return made.ok ? ok({ chosen, parts: made.value.outline ?? [] }) : made
}

function addRendition(
  ports: ArchivePorts,
  unit: Parameters<ArchivePorts['records']['createRendition']>[0],
  version: StoredVersion,
  made: PreparedArticle & { readonly rendition: PreparedRendition },
): ElementChoice['rendition'] {
  for (const { blob } of made.resources) ports.blobs.put(unit, blob)
  const rendition = ports.records.createRendition(unit, version.id, made.rendition)
  for (const { url, blob } of made.resources) ports.records.addResource(unit, rendition, { url, blob: blob.sha256 })
  const { fingerprint } = made.rendition
  ports.nearDuplicates.put(unit, { article: version.article.id, rendition, fingerprint })
  return rendition
}

/** @throws Failure `archive/article-not-found`, `archive/version-not-found`. */
function findVersion(ports: ArchivePorts, uid: ArticleUid, number: number | null): StoredVersion {
  const version = ports.records.version(getArticleRef(ports, uid).id, number)
  if (version === undefined) throw new Failure(appError('archive/version-not-found', { uid, version: number }))
  return version
}

/** The element as the extractor found it: with the words by which it is known again. */
function elementOf({ parameters }: PreparedArticle): ElementChoice['element'] {
  const { element } = parameters
  if (!isJsonObject(element)) return null
  const { selector, begins, ends } = element
  return typeof selector === 'string' && typeof begins === 'string' && typeof ends === 'string'
    ? { selector, begins, ends }
    : null
}
