import type { ArticleId } from '../../shared/model/identity.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { indexArticle } from './index-article.ts'
import type { JobControl } from './job-control.ts'

/** Articles of one transaction: some 30 ms, so that a person's own change hardly waits. */
const STEP = 16

/**
 * Analyses anew every article whose entry is of an older analysis; answers how many. Each step is a transaction of its
 * own and an entry tells its analysis, so that work broken off goes on where it stopped, in whichever process. An article
 * that cannot be analysed (its text is damaged) ends it with the reason.
 */
export async function renewIndex(ports: ArchivePorts, control: JobControl): Promise<Result<number>> {
  let after = 0 as ArticleId
  let renewed = 0
  while (!control.signal.aborted) {
    const step = ports.attempt(() => renewStep(ports, after))
    if (!step.ok) return step
    const last = step.value.at(-1)
    if (last === undefined) break
    after = last
    renewed += step.value.length
    control.onProgress(renewed, null)
    await control.pause()
  }
  return ok(renewed)
}

/** Looks first: an archive that is up to date is not written to. */
function renewStep(ports: ArchivePorts, after: ArticleId): readonly ArticleId[] {
  const outdated = ports.index.outdated(after, STEP)
  if (outdated.length === 0) return []
  return ports.transact((unit) => {
    for (const article of outdated) indexArticle(ports, unit, article)
    return outdated
  })
}
