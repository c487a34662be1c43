import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { STANDARD_CORPUS } from '../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../bench/corpus/generate-corpus.ts'
import { writeJsonLines } from '../../bench/corpus/write-corpus.ts'
import { joinCoreThreads, type CoreThreads, type HostPort } from '../../src/main/ipc/core-threads.ts'
import { createClient, type Client } from '../../src/shared/ipc/client.ts'
import type { JobToStart } from '../../src/shared/ipc/contract.ts'
import { THREAD_ROLES, type ThreadRole } from '../../src/shared/ipc/thread-start.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import type { ImportReport, Job, JobUid } from '../../src/shared/model/job.ts'
import { tempDir } from '../support/temp-dir.ts'
import { errorOf, valueOf } from '../support/value-of.ts'
import { plainImport } from '../support/plain-import.ts'

const ENTRY = join(import.meta.dirname, '../../src/main/worker.ts')

interface Core {
  readonly client: Client
  readonly threads: CoreThreads
  /** Every message that came out of the threads. */
  readonly messages: readonly unknown[]
}

/** The core's three threads over an archive, from sources; ended with the test. */
function startCore(file: string, { create = true } = {}): Core {
  const messages: unknown[] = []
  const workers: Worker[] = []
  const startThread = (role: ThreadRole): HostPort => {
    const worker = new Worker(ENTRY, { workerData: { role, file, create: create && role === 'core' } })
    workers.push(worker)
    return {
      postMessage: (message) => {
        worker.postMessage(message)
      },
      onMessage: (listener) => {
        worker.on('message', (message) => {
          messages.push(message)
          listener(message)
        })
      },
    }
  }
  // The writer makes the archive before the readers look for it.
  const [core, lists, search] = THREAD_ROLES.map(startThread) as [HostPort, HostPort, HostPort]
  const threads = joinCoreThreads({ core, lists, search })
  // A thread that is ended in the middle of a native call can take the process along: they close in order first.
  onTestFinished(async () => {
    await threads.close()
    await Promise.all(workers.map((worker) => worker.terminate()))
  })
  return { client: createClient(threads), threads, messages }
}

/** A core over a new archive, ready for requests to every thread. */
async function startFilledCore(rows: readonly object[]): Promise<Core & { readonly file: string }> {
  const folder = tempDir()
  const file = join(folder, 'a.offprint')
  const writer = startCore(file)
  const source = join(folder, 'rows.jsonl')
  writeFileSync(source, rows.map((row) => JSON.stringify(row)).join('\n'))
  await finishJob(writer.client, importOf(source))
  await writer.threads.close()
  return { ...startCore(file), file }
}

function importOf(path: string): JobToStart {
  return { kind: 'import.run', input: plainImport(path, 'all') }
}

interface FinishedJob {
  readonly last: Job
  readonly events: readonly Job[]
}

/** Starts a job and waits for its end by events; `onEvent` sees each of them. */
async function finishJob(client: Client, job: JobToStart, onEvent?: (job: Job) => void): Promise<FinishedJob> {
  const events: Job[] = []
  const last = new Promise<Job>((resolve) => {
    const off = client.on('job.changed', (changed) => {
      events.push(changed)
      onEvent?.(changed)
      if (changed.state.status === 'running') return
      off()
      resolve(changed)
    })
  })
  const { uid } = valueOf(await client.request('job.start', job))
  const ended = await last
  expect(events.every((event) => event.uid === uid)).toBe(true)
  return { last: ended, events }
}

function reportOf({ state }: Job): ImportReport {
  if (state.status !== 'done') throw new Error(`the job is ${JSON.stringify(state)}`)
  return state.output as ImportReport
}

const LIST = { query: '', sort: 'added', direction: 'down', limit: 50, offset: 0 } as const
const SEARCH = { match: 'all', limit: 50, offset: 0 } as const
const ROWS = [
  { id: '1', title: 'Ice', text: 'The ice core was drilled.' },
  { id: '2', title: 'Snow', text: 'Snow fell on the city.' },
]

describe('three threads of the core behind one transport', () => {
  it('import by a job with progress, list and search what came in', async () => {
    const folder = tempDir()
    const source = join(folder, 'corpus.jsonl')
    await writeJsonLines(source, generateCorpus({ ...STANDARD_CORPUS, articles: 600, words: 60 }))
    const file = join(folder, 'a.offprint')
    const { client, threads } = startCore(file)
    const { last, events } = await finishJob(client, importOf(source))
    expect(reportOf(last)).toMatchObject({ read: 600, added: 600, failed: 0, cancelled: false })
    const progress = events.flatMap(({ state }) => (state.status === 'running' ? [state.progress.done] : []))
    expect(progress.length).toBeGreaterThan(0)
    expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    expect(valueOf(await client.request('job.list', {}))).toEqual([last])
    await threads.close()

    const again = startCore(file)
    const list = valueOf(await again.client.request('article.list', LIST))
    expect([list.total, list.rows.length]).toEqual([600, 50])
    const title = list.rows[0]?.title ?? ''
    const found = valueOf(await again.client.request('article.search', { ...SEARCH, query: `"${title}"` }))
    expect(found.hits.map((hit) => hit.title)).toContain(title)
    await again.threads.close()
  })

  it('cancel an import: what is in stays in', async () => {
    const folder = tempDir()
    const source = join(folder, 'corpus.jsonl')
    await writeJsonLines(source, generateCorpus({ ...STANDARD_CORPUS, articles: 5000, words: 60 }))
    const { client } = startCore(join(folder, 'a.offprint'))
    let cancelled: Promise<unknown> | undefined
    const { last } = await finishJob(client, importOf(source), ({ uid, state }) => {
      if (state.status !== 'running' || state.progress.done === 0) return
      cancelled ??= client.request('job.cancel', { uid })
    })
    expect(await cancelled).toEqual({ ok: true, value: {} })
    const report = reportOf(last)
    expect(report.cancelled).toBe(true)
    expect(report.added).toBeGreaterThan(0)
    expect(report.added).toBeLessThan(5000)
    expect(valueOf(await client.request('archive.stats', {})).articles).toBe(report.added)
    expect(errorOf(await client.request('job.cancel', { uid: 'none' as JobUid })).code).toBe('ipc/job-not-found')
  })

  it('answer superseded searches at once, and the newest whole', async () => {
    const { client } = await startFilledCore(ROWS)
    const answers = await Promise.all(
      ['i', 'ic', 'ice', 'ice c', 'ice core'].map((query) => client.request('article.search', { ...SEARCH, query })),
    )
    const superseded = answers.filter((answer) => !answer.ok && answer.error.code === 'ipc/superseded')
    expect(superseded.length).toBeGreaterThanOrEqual(3)
    const newest = answers.at(-1)
    expect(newest?.ok === true && newest.value.query).toBe('ice core')
    expect(newest?.ok === true && newest.value.total).toBe(1)
  })

  it('tell that something changed, here and by another program', async () => {
    const { client, file } = await startFilledCore(ROWS)
    const changed = (): Promise<true> =>
      new Promise((resolve) => {
        const stop = client.on('archive.changed', () => {
          stop()
          resolve(true)
        })
      })
    const [row] = valueOf(await client.request('article.list', LIST)).rows
    const articles = row === undefined ? [] : [row.uid]
    const here = changed()
    valueOf(await client.request('article.mark', { articles, state: 'read', starred: null }))
    expect(await here).toBe(true)
    const elsewhere = changed()
    const other = startCore(file, { create: false })
    valueOf(await other.client.request('article.mark', { articles, state: null, starred: true }))
    expect(await elsewhere).toBe(true)
    expect(valueOf(await client.request('article.list', { ...LIST, query: 'is:starred' })).total).toBe(1)
  })

  it('see in every thread what one of them wrote', async () => {
    const { client } = await startFilledCore(ROWS)
    const [row] = valueOf(await client.request('article.list', LIST)).rows
    const uid = row?.uid ?? ('' as ArticleUid)
    valueOf(await client.request('article.tag', { articles: [uid], tag: 'new', present: true }))
    expect(valueOf(await client.request('article.list', { ...LIST, query: 'tag:new' })).total).toBe(1)
    expect(valueOf(await client.request('article.get', { uid, version: null })).tags).toEqual(['new'])
    valueOf(await client.request('article.trash', { articles: [uid], trashed: true }))
    expect(valueOf(await client.request('article.search', { ...SEARCH, query: row?.title ?? '' })).total).toBe(0)
  })

  it('refuse bad input and unknown requests, those that every object has among them', async () => {
    const { client, threads } = await startFilledCore([])
    const bad = await client.request('article.list', { ...LIST, limit: -1 })
    expect(errorOf(bad)).toMatchObject({ code: 'ipc/bad-input', details: { name: 'article.list' } })
    expect(errorOf(bad).details['issues']).toEqual([expect.stringMatching(/^limit: /)])
    for (const name of ['article.burn', 'toString', '__proto__', 'constructor', '']) {
      expect(await threads.request(name, {})).toEqual({
        ok: false,
        error: { code: 'ipc/unknown-request', details: { name } },
      })
    }
    for (const input of [null, 'x', 7, [], { ...LIST, more: true }]) {
      expect(await threads.request('article.list', input)).toMatchObject({
        ok: false,
        error: { code: 'ipc/bad-input' },
      })
    }
  })

  it('answer every request with the reason when the archive cannot be opened', async () => {
    const file = join(tempDir(), 'notes.offprint')
    writeFileSync(file, 'my notes')
    const { client, threads } = startCore(file)
    const answers = [
      await client.request('article.list', LIST),
      await client.request('article.search', { ...SEARCH, query: 'x' }),
      await client.request('archive.stats', {}),
      await client.request('job.start', { kind: 'archive.verify', input: {} }),
    ]
    for (const answer of answers) expect(errorOf(answer)).toEqual({ code: 'storage/not-an-archive', details: { file } })
    await threads.close()
  })

  it('close in order: nothing is left beside the archive', async () => {
    const { client, threads, file } = await startFilledCore(ROWS)
    valueOf(await client.request('article.list', LIST))
    valueOf(await client.request('archive.stats', {}))
    await threads.close()
    expect(['-wal', '-shm', '-journal'].filter((ending) => existsSync(file + ending))).toEqual([])
  })

  it('send plain data only: every message survives JSON unchanged', async () => {
    const { client, messages } = await startFilledCore(ROWS)
    const [row] = valueOf(await client.request('article.list', LIST)).rows
    const uid = row?.uid ?? ('' as ArticleUid)
    const wanted = {
      article: uid,
      quote: 'Snow fell',
      prefix: '',
      suffix: '',
      color: 'red',
      note: 'n',
      tags: ['t'],
      place: null,
    } as const
    valueOf(await client.request('annotation.highlight', wanted))
    valueOf(await client.request('article.get', { uid, version: null }))
    valueOf(await client.request('article.search', { ...SEARCH, query: 'ice OR snow' }))
    valueOf(await client.request('gesture.list', { limit: 10 }))
    await finishJob(client, { kind: 'archive.verify', input: {} })
    expect(messages.length).toBeGreaterThan(6)
    expect(JSON.parse(JSON.stringify(messages))).toEqual(messages)
  })
})
