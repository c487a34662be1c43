import type { ArticleUid, GestureUid, Instant, Uid } from '../../src/shared/model/identity.ts'
import type { NewUid } from '../../src/main/archive/ports/clock.ts'
import { createArticleRecords } from '../../src/main/storage/article-records.ts'
import { createBlobs } from '../../src/main/storage/blobs.ts'
import { createHistory } from '../../src/main/storage/history.ts'
import { createImportLedger } from '../../src/main/storage/import-ledger.ts'
import { createRefreshListing } from '../../src/main/storage/listing/refresh-listing.ts'
import type { ArchiveConnection } from '../../src/main/storage/open-archive.ts'
import { stillClock } from './still-clock.ts'
import { aPreparedBlob, aPreparedRendition, htmlOf, sha256 } from './prepared.ts'

/** Text of the article with that number; long enough for a blob of several chunks. */
export function articleText(number: number): string {
  return `Article ${String(number)}. ${'Tea is grown on hills where the mist stays until noon. '.repeat(60)}`
}

/** The uid of the article with that number. */
export function articleUid(number: number): ArticleUid {
  return `0190b000-0000-7000-8000-${String(number).padStart(12, '0')}` as ArticleUid
}

/** An import of `count` articles, each with original, rendition, outcome, change and log rows, in one transaction. */
export function fillArchive(archive: ArchiveConnection, count: number, first = 1): void {
  const { database, transact } = archive
  const records = createArticleRecords(database, { clock: stillClock, newUid: countingFrom(first) })
  const blobs = createBlobs(database)
  const history = createHistory(database, stillClock)
  const ledger = createImportLedger(database)
  const refreshListing = createRefreshListing(database)
  const now = stillClock()
  transact((unit) => {
    const run = `run-${String(first)}` as Uid
    ledger.startRun(unit, { uid: run, started: now, request: { paths: [] } })
    for (let number = first; number < first + count; number++) {
      const text = articleText(number)
      const original = aPreparedBlob(text)
      blobs.put(unit, original)
      const article = records.createArticle(unit, {
        uid: articleUid(number),
        added: now,
        state: 'unread',
        starred: false,
      })
      const version = records.createVersion(unit, article.id, {
        captured: now,
        original: original.sha256,
        mediaType: 'text/plain',
        parameters: {},
        notes: [],
      })
      const rendition = records.createRendition(
        unit,
        version,
        aPreparedRendition({ text, title: text.slice(0, 20), html: htmlOf(text) }),
      )
      records.setCurrentRendition(unit, version, rendition)
      records.setCurrentVersion(unit, article.id, version)
      refreshListing(unit, article.id)
      ledger.recordItem(
        unit,
        run,
        {
          sourceHash: sha256(text),
          key: '',
          source: `${String(number)}.txt`,
          outcome: 'added',
          article: article.id,
          reason: null,
          notes: [],
        },
        now,
      )
      appendChange(history, unit, article.uid, now)
    }
  })
}

/** Version uids that do not meet those of another call. */
function countingFrom(first: number): NewUid {
  let count = first
  return () => `0190c000-0000-7000-8000-${String(count++).padStart(12, '0')}` as Uid
}

function appendChange(
  history: ReturnType<typeof createHistory>,
  unit: Parameters<typeof history.append>[0],
  subject: string,
  at: Instant,
): void {
  const gesture = `gesture-${subject}` as GestureUid
  history.append(unit, {
    gesture,
    at,
    actor: 'cli',
    kind: 'article',
    subject,
    before: { starred: false },
    after: { starred: true },
  })
}
