import { describe, expect, it } from 'vitest'
import { emptyTrash } from '../../../src/main/archive/delete-for-ever.ts'
import type { JobRunners } from '../../../src/main/archive/job-runner.ts'
import { trashArticles } from '../../../src/main/archive/organise-articles.ts'
import { joinSearch } from '../../../src/main/core/join-ports.ts'
import { createDispatcher } from '../../../src/main/ipc/dispatcher.ts'
import { createHandlers } from '../../../src/main/ipc/handlers.ts'
import { createJobs } from '../../../src/main/ipc/jobs.ts'
import { createSafekeeping } from '../../../src/main/storage/safekeeping.ts'
import type { Job } from '../../../src/shared/model/job.ts'
import { anArchive } from '../../support/an-archive.ts'
import { countingUids, stillClock } from '../../support/still-clock.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const pause = (): Promise<void> => Promise.resolve()
const reportBug = (bug: unknown): string => {
  throw bug
}

/** The gate to an archive as core.ts joins it, with the one kind of long work that these tests start. */
function aGate() {
  const archive = anArchive()
  const { ports, connection } = archive
  const runners: Pick<JobRunners, 'trash.empty'> = { 'trash.empty': (_, control) => emptyTrash(ports, control) }
  const ended: Job[] = []
  const jobs = createJobs({
    runners: runners as JobRunners,
    clock: stillClock,
    newUid: countingUids(),
    onChanged: (job) => ended.push(job),
    reportBug,
    pause,
  })
  const search = joinSearch(connection.database, stillClock)
  const { stats } = createSafekeeping(connection)
  const handlers = createHandlers({ archive: ports, search, stats, jobs, actor: 'cli', pause })
  return { archive, ended, jobs, dispatch: createDispatcher(handlers, reportBug) }
}

describe('the requests about the Trash', () => {
  it('list a page of it with the total, the newest first', async () => {
    const { archive, dispatch } = aGate()
    const uids = ['One\n\nText of one.', 'Two\n\nText of two.', 'Three\n\nText of three.'].map((text) =>
      archive.addText(text),
    )
    valueOf(trashArticles(archive.ports, 'cli', uids.slice(0, 2)))
    const answer = valueOf(await dispatch('trash.list', { limit: 1, offset: 0 }))
    expect(answer).toMatchObject({ total: 2, rows: [{ uid: uids[1], title: 'Two', url: null, trashed: stillClock() }] })
    expect(valueOf(await dispatch('trash.list', { limit: 9, offset: 1 }))).toMatchObject({ rows: [{ uid: uids[0] }] })
  })

  it('delete for ever what lies there, and refuse the rest', async () => {
    const { archive, dispatch } = aGate()
    const uid = archive.addText('One\n\nText of one.')
    expect(errorOf(await dispatch('article.delete', { articles: [uid] })).code).toBe('archive/not-in-trash')
    valueOf(trashArticles(archive.ports, 'cli', [uid]))
    const report = { articles: 1, annotations: 0, versions: 1, blobs: 1, erased: true }
    expect(valueOf(await dispatch('article.delete', { articles: [uid] }))).toEqual(report)
    expect(errorOf(await dispatch('article.get', { uid, version: null })).code).toBe('archive/article-not-found')
  })

  it('empty it as a job', async () => {
    const { archive, dispatch, jobs, ended } = aGate()
    valueOf(trashArticles(archive.ports, 'cli', [archive.addText('One\n\nText of one.')]))
    valueOf(await dispatch('job.start', { kind: 'trash.empty', input: {} }))
    while (ended.at(-1)?.state.status !== 'done') await new Promise((resume) => setImmediate(resume))
    expect(ended.at(-1)?.state).toMatchObject({ status: 'done', output: { articles: 1, erased: true } })
    await jobs.close()
  })

  it.each([
    ['article.delete', { articles: ['a'], trashed: true }],
    ['article.delete', { articles: 'a' }],
    ['trash.list', { limit: 501, offset: 0 }],
    ['trash.list', { limit: 1, offset: -1 }],
    ['job.start', { kind: 'trash.empty', input: { all: true } }],
  ])('are refused in another shape: %s %j', async (name, input) => {
    expect(errorOf(await aGate().dispatch(name, input)).code).toBe('ipc/bad-input')
  })
})
