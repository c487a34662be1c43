import { describe, expect, it } from 'vitest'
import { createArticlePages } from '../../../../src/renderer/stores/article-pages.ts'
import { appError, type AppError } from '../../../../src/shared/app-error.ts'
import type { ArticleRow } from '../../../../src/shared/model/article.ts'
import type { ListAnswer } from '../../../../src/shared/model/search.ts'
import { err, ok, type Result } from '../../../../src/shared/result.ts'

interface Asked {
  readonly offset: number
  readonly answer: (result?: Result<ListAnswer>) => Promise<void>
}

/** Pages over a list of so many rows; every question waits until it is answered by the test. */
function somePages(total: number) {
  const asked: Asked[] = []
  const told = { totals: [] as number[], failures: [] as AppError[] }
  let edition = 'first'
  const pages = createArticlePages(
    (offset, limit) =>
      new Promise((resolve) => {
        const at = edition
        const length = Math.max(0, Math.min(limit, total - offset))
        const rows = Array.from({ length }, (_, index) => ({ uid: `${at}-${offset + index}` }) as ArticleRow)
        asked.push({
          offset,
          answer: async (result = ok({ total, rows })) => {
            resolve(result)
            await new Promise((done) => setTimeout(done))
          },
        })
      }),
    {
      onTotal: (found) => told.totals.push(found),
      onRows: () => undefined,
      onFailure: (error) => told.failures.push(error),
    },
  )
  /** Answers questions, and those that come of the answers, until none is open. */
  const settle = async (): Promise<void> => {
    while (settled < asked.length) await asked[settled++]!.answer()
  }
  let settled = 0
  const offsets = (): readonly number[] => asked.map(({ offset }) => offset)
  return { pages, asked, told, offsets, settle, turn: (next: string) => (edition = next) }
}

describe('pages of a long list', () => {
  it('ask at most two questions at once, what is in sight first', () => {
    const { pages, offsets } = somePages(100_000)
    pages.want(5000, 5020)
    expect(offsets()).toEqual([5000, 5100])
  })

  it('read ahead in the direction of scrolling and never beyond the end', async () => {
    const { pages, settle, offsets } = somePages(250)
    pages.want(0, 10)
    await settle()
    expect(offsets()).toEqual([0, 100, 200])
  })

  it('drop what was wanted before when something else is in sight', async () => {
    const { pages, asked, offsets } = somePages(100_000)
    pages.want(0, 10)
    pages.want(90_000, 90_010)
    await asked[0]!.answer()
    expect(offsets()).toEqual([0, 100, 90_000])
  })

  it('keep old rows until the new ones are there', async () => {
    const { pages, settle, turn } = somePages(50)
    pages.want(0, 10)
    await settle()
    turn('second')
    void pages.renew(0)
    expect(pages.rowAt(3)?.uid).toBe('first-3')
    await settle()
    expect(pages.rowAt(3)?.uid).toBe('second-3')
  })

  it('take no answer to a question from before the list changed', async () => {
    const { pages, asked, turn } = somePages(50)
    pages.want(0, 10)
    turn('second')
    void pages.renew(0)
    await asked.findLast(({ offset }) => offset === 0)!.answer()
    await asked[0]!.answer()
    expect(pages.rowAt(0)?.uid).toBe('second-0')
  })

  it('say why nothing came, ask no more by themselves, and again when told to', async () => {
    const { pages, asked, told } = somePages(50)
    pages.want(0, 10)
    const before = asked.length
    for (const one of asked.slice()) await one.answer(err(appError('storage/busy')))
    expect(told.failures.map(({ code }) => code)).toContain('storage/busy')
    pages.want(0, 11)
    expect(asked).toHaveLength(before)
    void pages.renew(0)
    expect(asked.length).toBeGreaterThan(before)
  })

  it('notice when an empty list is empty no longer', async () => {
    const { pages, asked, settle, told } = somePages(0)
    pages.want(0, 0)
    await settle()
    const before = asked.length
    void pages.renew(0)
    expect(asked.length).toBeGreaterThan(before)
    expect(told.totals[0]).toBe(0)
  })

  it('have both ends ready for a jump, after what is in sight', async () => {
    const { pages, settle, offsets } = somePages(100_000)
    pages.want(50_000, 50_010)
    await settle()
    expect(offsets().slice(0, 2)).toEqual([50_000, 50_100])
    expect(offsets().slice(-2)).toEqual([0, 99_900])
    expect(pages.rowAt(99_999)?.uid).toBe('first-99999')
  })

  it('are read anew where what was in sight has moved to, and say when that is there', async () => {
    const { pages, asked, settle } = somePages(100_000)
    pages.want(300, 310)
    await settle()
    const before = asked.length
    let isThere = false
    const there = pages.renew(200).then(() => (isThere = true))
    expect(asked.slice(before).map(({ offset }) => offset)).toContain(500)
    expect(isThere).toBe(false)
    await asked.find(({ offset }, at) => at >= before && offset === 500)!.answer()
    await there
    expect(isThere).toBe(true)
  })

  it('forget what is far from sight but for the ends', async () => {
    const { pages, settle } = somePages(100_000)
    for (let page = 0; page < 320; page += 4) {
      pages.want(page * 100, page * 100 + 10)
      await settle()
    }
    expect(pages.rowAt(0)).toBeDefined()
    expect(pages.rowAt(100)).toBeUndefined()
    expect(pages.rowAt(31_900)).toBeDefined()
  })
})
