import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { appError } from '../../../shared/app-error.ts'
import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import { READING_STATES } from '../../../shared/model/article.ts'
import type { Instant } from '../../../shared/model/identity.ts'
import { nativeErrorCode } from '../../../shared/native-error-code.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

const text = v.pipe(v.string(), v.nonEmpty())
const path = v.pipe(v.array(text), v.nonEmpty())
const instant = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((value) => value as Instant),
)

const highlight = v.strictObject({
  quote: text,
  color: v.picklist(HIGHLIGHT_COLORS),
  note: v.nullable(text),
  tags: v.array(text),
  created: instant,
})

const article = v.strictObject({
  /** Name of a file beside the list; never a path. */
  file: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*\.(?:html|md|txt)$/)),
  state: v.picklist(READING_STATES),
  starred: v.boolean(),
  collections: v.array(path),
  tags: v.array(text),
  /** The words at which the reader stopped; null = nowhere. */
  stopped: v.nullable(text),
  highlights: v.array(highlight),
})

const contents = v.strictObject({ collections: v.array(path), articles: v.array(article) })

/** One article of the sample and what is marked in it. */
export type SampleArticle = v.InferOutput<typeof article>

/** The sample as `sample.json` lists it: collections with parents first, articles with the oldest first. */
export type SampleContents = v.InferOutput<typeof contents>

/** Name of the list in the sample's folder. */
const LIST = 'sample.json'

/**
 * Reads and checks the list of the sample. Error: `import/not-readable`, when a part of the program is missing.
 *
 * @throws v.ValiError when the list is not what it must be: a bug in the sample.
 */
export async function readSampleContents(folder: string): Promise<Result<SampleContents>> {
  const file = join(folder, LIST)
  try {
    return ok(v.parse(contents, JSON.parse(await readFile(file, 'utf8'))))
  } catch (error) {
    const cause = nativeErrorCode(error)
    if (cause === undefined) throw error
    return err(appError('import/not-readable', { path: file, cause }))
  }
}
