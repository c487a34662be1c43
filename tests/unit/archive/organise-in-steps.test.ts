import { describe, expect, it } from 'vitest'
import type { ArchivePorts } from '../../../src/main/archive/archive-ports.ts'
import type { JobControl } from '../../../src/main/archive/job-control.ts'
import { organiseInSteps } from '../../../src/main/archive/organise-in-steps.ts'
import { listGestures, undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import { verifyArchive } from '../../../src/main/storage/verify/verify-archive.ts'
import type { ArticleUid, Instant } from '../../../src/shared/model/identity.ts'
import type { OrganiseAction } from '../../../src/shared/model/job.ts'
import { aGate } from '../../support/a-gate.ts'
import { anArchive } from '../../support/an-archive.ts'
import { articleUid, fillArchive } from '../../support/filled-archive.ts'
import { textOfHtml } from '../../support/prepared.ts'
import { unsteered } from '../../support/unsteered.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const COUNT = 1600
const TAG: OrganiseAction = { kind: 'tag', tag: 'bulk', present: true }

/** An archive of many articles, with a clock by which a step takes a millisecond. */
function world() {
  const archive = anArchive()
  const { connection } = archive
  fillArchive(connection, COUNT)
  let now = Date.parse('2026-11-25T00:00:00.000Z')
  const ports: ArchivePorts = { ...archive.ports, clock: () => new Date(now++).toISOString() as Instant }
  const articles = Array.from({ length: COUNT }, (_, index) => articleUid(index + 1))
  let commits = 0
  connection.onWritten(() => commits++)
  const count = (sql: string): unknown => connection.database.prepare(sql).pluck().get()
  const organise = (action: OrganiseAction, control: JobControl = unsteered, some: readonly ArticleUid[] = articles) =>
    organiseInSteps(ports, 'window', { articles: some, action }, control)
  return { archive, connection, ports, articles, count, organise, commits: () => commits }
}

const TAGGED = 'SELECT count(*) FROM article_tag'

describe('a bulk action', () => {
  it.each<[string, OrganiseAction, string]>([
    ['a tag', TAG, TAGGED],
    ['a collection', { kind: 'collect', path: ['A', 'B'], present: true }, 'SELECT count(*) FROM article_collection'],
    [
      'a state and a star',
      { kind: 'mark', state: 'read', starred: true },
      "SELECT count(*) FROM article_listing WHERE state = 'read' AND starred = 1",
    ],
    ['the Trash', { kind: 'trash', trashed: true }, 'SELECT count(*) FROM article_listing WHERE trashed = 1'],
  ])('gives %s to thousands in many transactions as one gesture, and one undo takes it all back', async (...row) => {
    const [, action, sql] = row
    const { ports, count, organise, commits, connection } = world()
    const done = valueOf(await organise(action))
    expect(done.articles).toBe(COUNT)
    expect(count(sql)).toBe(COUNT)
    expect(commits()).toBeGreaterThan(5)
    expect(listGestures(ports, 1)).toMatchObject([{ gesture: done.gesture, changes: COUNT }])
    expect(await organise(action)).toEqual({ ok: true, value: { articles: 0, gesture: null } })

    const before = commits()
    const undone = valueOf(await undoGesture(ports, done.gesture, unsteered))
    expect(undone).toMatchObject({ gesture: done.gesture, changes: COUNT })
    expect(commits() - before).toBeGreaterThan(5)
    expect(count(sql)).toBe(0)
    expect(errorOf(await undoGesture(ports, done.gesture, unsteered)).code).toBe('archive/nothing-to-undo')
    const report = verifyArchive(connection.database, { textOf: textOfHtml, onProgress: () => undefined })
    expect(report.damaged).toEqual([])
  })

  it('tells how far it is, and stopped half-way keeps what is done for one undo to take back', async () => {
    const { ports, count, organise } = world()
    const abort = new AbortController()
    const told: number[] = []
    const onProgress = (done: number, total: number | null): void => {
      expect(total).toBe(COUNT)
      if (told.push(done) === 3) abort.abort()
    }
    const done = valueOf(await organise(TAG, { ...unsteered, signal: abort.signal, onProgress }))
    expect(told).toHaveLength(3)
    expect(done.articles).toBe(told.at(-1))
    expect(done.articles).toBeLessThan(COUNT)
    expect(count(TAGGED)).toBe(done.articles)
    valueOf(await undoGesture(ports, done.gesture, unsteered))
    expect(count(TAGGED)).toBe(0)
  })

  it('is not taken back in part where something newer stands on one of its changes', async () => {
    const { ports, count, organise, articles } = world()
    const done = valueOf(await organise(TAG))
    const one = articles.slice(COUNT / 2, COUNT / 2 + 1)
    valueOf(await organise({ kind: 'tag', tag: 'bulk', present: false }, unsteered, one))
    expect(errorOf(await undoGesture(ports, done.gesture, unsteered)).code).toBe('archive/undo-conflict')
    expect(count(TAGGED)).toBe(COUNT - 1)
  })

  it('lets others have their turn between its steps', async () => {
    const { organise, articles, ports, count } = world()
    let between = 0
    const pause = async (): Promise<void> => {
      if (between++ === 0)
        valueOf(await organise({ kind: 'mark', state: null, starred: true }, unsteered, articles.slice(0, 1)))
    }
    valueOf(await organise(TAG, { ...unsteered, pause }))
    expect(between).toBeGreaterThan(5)
    expect(count('SELECT count(*) FROM article WHERE starred = 1')).toBe(1)
    expect(listGestures(ports, 2).map(({ changes }) => changes)).toEqual([COUNT, 1])
  })

  it('passes over an article that is gone, and is refused for a name that is none', async () => {
    const { organise, articles } = world()
    const gone = '01900000-0000-7000-8000-000000000000' as ArticleUid
    expect(valueOf(await organise(TAG, unsteered, [gone, ...articles.slice(0, 2)])).articles).toBe(2)
    expect(errorOf(await organise({ ...TAG, tag: ' ' })).code).toBe('archive/bad-name')
  })
})

describe('the job of a bulk action', () => {
  it('resolves its query when it runs, but for the articles excepted', async () => {
    const { archive, client, jobs, told } = aGate()
    const [tea, coffee] = [archive.addText('Tea is grown on hills.'), archive.addText('Coffee is grown on plains.')]
    const selection = { kind: 'query', query: 'grown', except: [coffee] } as const
    valueOf(await client.request('job.start', { kind: 'article.organise', input: { selection, action: TAG } }))
    await jobs.close()
    expect(told.at(-1)?.state).toMatchObject({ status: 'done', output: { articles: 1 } })
    expect(archive.ports.reading.article(tea)?.tags).toEqual(['bulk'])
    expect(archive.ports.reading.article(coffee)?.tags).toEqual([])
  })
})
