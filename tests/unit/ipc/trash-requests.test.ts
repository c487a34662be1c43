import { describe, expect, it } from 'vitest'
import { trashArticles } from '../../../src/main/archive/organise-articles.ts'
import { aGate } from '../../support/a-gate.ts'
import { stillClock } from '../../support/still-clock.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

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
    const { archive, dispatch, jobs, told } = aGate()
    valueOf(trashArticles(archive.ports, 'cli', [archive.addText('One\n\nText of one.')]))
    valueOf(await dispatch('job.start', { kind: 'trash.empty', input: {} }))
    while (told.at(-1)?.state.status !== 'done') await new Promise((resume) => setImmediate(resume))
    expect(told.at(-1)?.state).toMatchObject({ status: 'done', output: { articles: 1, erased: true } })
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
