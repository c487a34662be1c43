import { appError, Failure } from '../../shared/app-error.ts'
import type { VerifyReport } from '../../shared/model/safekeeping.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { IndexDamage } from '../archive/ports/article-index.ts'
import type { Reading } from '../archive/ports/reading.ts'
import { textOfReaderHtml } from '../import/clean/text-of-reader-html.ts'
import { verifyIndex } from '../search/verify-index.ts'
import { openReader } from '../storage/open-reader.ts'
import { createReading } from '../storage/reading/reading.ts'
import { createSafekeeping } from '../storage/safekeeping.ts'

/**
 * Checks an archive file on a connection of its own: everything storage can check, then the index against the articles.
 * It keeps its thread busy until the end (see `verify-thread.ts`), or until `isStopped` says so between two items
 * (`job/cancelled`), and changes nothing.
 */
export function verifyFile(
  file: string,
  onProgress: (done: number, total: number) => void,
  isStopped = () => false,
): Result<VerifyReport> {
  const reader = openReader(file)
  if (!reader.ok) return reader
  const { database, close } = reader.value
  const goOn = (): void => {
    if (isStopped()) throw new Failure(appError('job/cancelled'))
  }
  try {
    const report = createSafekeeping(reader.value).verify(textOfReaderHtml, (done, total) => {
      goOn()
      onProgress(done, total)
    })
    const reading = createReading(database)
    // Reading tokens back takes a table in TEMP, which a connection that only queries may not make.
    database.pragma('query_only = OFF')
    const index = verifyIndex(database, (article) => reading.indexInput(article)?.input, goOn)
    return ok({ ...report, damaged: [...report.damaged, ...index.map((damage) => describeDamage(reading, damage))] })
  } catch (error) {
    if (error instanceof Failure && error.appError.code === 'job/cancelled') return err(error.appError)
    throw error
  } finally {
    close()
  }
}

function describeDamage(reading: Reading, { article, reason }: IndexDamage): VerifyReport['damaged'][number] {
  if (article === null) return { kind: 'index', uid: '', reason }
  try {
    return { kind: 'index', uid: reading.articleUid(article), reason }
  } catch {
    // The article's own row may be what is damaged; its number still tells it apart.
    return { kind: 'index', uid: String(article), reason }
  }
}
