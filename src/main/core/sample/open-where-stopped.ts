import { basename } from 'node:path'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { ImportItemReport } from '../../../shared/model/import.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { ArchivePorts } from '../../archive/archive-ports.ts'
import { savePosition } from '../../archive/save-position.ts'
import type { SampleContents } from './sample-contents.ts'

/** A new article has one text. */
const FIRST = { version: 1, rendition: 1 } as const

/** Puts the reader of each article that came in where the sample says they stopped; one that was there keeps its own place. */
export function openWhereStopped(
  ports: ArchivePorts,
  { articles }: SampleContents,
  items: readonly ImportItemReport[],
): Result<null> {
  for (const { source, outcome, uid } of items) {
    const stopped = articles.find(({ file }) => file === basename(source))?.stopped ?? null
    if (outcome !== 'added' || uid === null || stopped === null) continue
    const offset = ports.attempt(() => placeOf(ports, uid, stopped))
    if (!offset.ok) return offset
    const saved = savePosition(ports, { uid, ...FIRST, offset: offset.value })
    if (!saved.ok) return saved
  }
  return ok(null)
}

/** Where the words stand in the article's text; they do, or the sample is wrong (tests/unit/core/sample). */
function placeOf(ports: ArchivePorts, uid: ArticleUid, words: string): number {
  const id = ports.organising.articleIdOf(uid)
  const text = id === undefined ? undefined : ports.records.currentText(id)?.text
  const place = text?.indexOf(words) ?? -1
  if (place < 0) throw new Error(`the sample's article ${uid} does not say “${words}”`)
  return place
}
