import type { PageOutline } from '../../shared/model/page-element.ts'
import { appError } from '../../shared/app-error.ts'
import { isJsonObject } from '../../shared/json.ts'
import type { ElementChosen } from '../../shared/model/chosen-element.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { RemakeArticle } from './ports/remake-article.ts'
import { elementOf, encodingOf, findVersion, readAnew } from './read-anew.ts'
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
  return readAnew(ports, remake, actor, {
    version,
    parameters: { ...version.parameters, element: selector === null ? null : { selector } },
    judge: (made) => {
      const element = elementOf(made)
      if (made.rendition === null || (selector !== null && element === null)) {
        return err(appError('archive/element-not-found', { selector: selector ?? '' }))
      }
      return ok({ element, encoding: encodingOf(version) })
    },
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
