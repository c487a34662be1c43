import { isJsonObject } from '../../shared/json.ts'
import type { ElementChosen } from '../../shared/model/chosen-element.ts'
import { ENCODINGS, type EncodingChoices, type EncodingName } from '../../shared/model/encodings.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { appError } from '../../shared/app-error.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { isJoined } from './pages-of-article.ts'
import type { RemakeArticle, SampleEncodings } from './ports/remake-article.ts'
import { elementOf, encodingOf, findVersion, readAnew } from './read-anew.ts'
import { readStored } from './remake-version.ts'

/** Which encoding a version's original is read in; `version` null = the current one, `encoding` null = look for it again. */
export interface WantedEncoding {
  readonly uid: ArticleUid
  readonly version: number | null
  readonly encoding: EncodingName | null
}

/**
 * Reads a version of an article anew in the encoding that a person chose. The text there was is kept; highlights get a place
 * on the new one. One gesture: undo shows the old text again. Rebuilds keep to it. Errors: `archive/article-not-found`,
 * `archive/version-not-found`, `archive/no-original` (none, or one that joins pages, each of which has its own), and those of
 * the import.
 */
export async function chooseEncoding(
  ports: ArchivePorts,
  remake: RemakeArticle,
  actor: Actor,
  { uid, version: number, encoding }: WantedEncoding,
): Promise<Result<ElementChosen>> {
  const found = ports.attempt(() => findVersion(ports, uid, number))
  if (!found.ok) return found
  const version = found.value
  if (isJoined(version)) return err(appError('archive/no-original', { uid }))
  // The words by which a chosen element is known are others in another encoding.
  const { element } = version.parameters
  const selector = isJsonObject(element) ? (element['selector'] ?? null) : null
  const parameters = { ...version.parameters, encoding, ...(selector === null ? {} : { element: { selector } }) }
  return readAnew(ports, remake, actor, {
    version,
    parameters,
    judge: (made) => ok({ element: elementOf(made), encoding }),
  })
}

/** How a version's original reads in each encoding; no samples for one that is no text by itself. Errors as of `chooseEncoding`. */
export async function listEncodings(
  ports: ArchivePorts,
  sample: SampleEncodings,
  uid: ArticleUid,
  number: number | null,
): Promise<Result<EncodingChoices>> {
  const found = ports.attempt(() => findVersion(ports, uid, number))
  if (!found.ok) return found
  const version = found.value
  const stored = readStored(ports, version)
  if (!stored.ok) return stored
  if (stored.value === undefined) return err(appError('archive/no-original', { uid }))
  const named = encodingOf(version)
  const chosen = ENCODINGS.find((one) => one === named) ?? null
  if (isJoined(version)) return ok({ chosen, samples: [] })
  const samples = await sample(stored.value)
  return samples.ok ? ok({ chosen, samples: samples.value }) : samples
}
