import { describe, expect, it } from 'vitest'
import { createSparseRows } from '../../../../src/renderer/stores/sparse-rows.ts'

/** A list of numbers that answers when it is let. */
function slowList() {
  const asked: number[] = []
  const waiting: (() => void)[] = []
  let fails = false
  const list = createSparseRows<number>(10, async (offset, limit) => {
    asked.push(offset)
    await new Promise<void>((resolve) => waiting.push(resolve))
    return fails ? null : { offset, rows: Array.from({ length: limit }, (_, index) => offset + index) }
  })
  const answer = async (): Promise<void> => {
    waiting.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { list, asked, answer, fail: (next: boolean) => (fails = next) }
}

describe('a long list that is loaded where it is looked at', () => {
  it('asks for the pages of the stretch, one at a time', async () => {
    const { list, asked, answer } = slowList()
    const done = list.need(25, 41)
    expect(asked).toEqual([20])
    await answer()
    expect(asked).toEqual([20, 30])
    expect([...list.rows.value.keys()]).toHaveLength(10)
    await answer()
    await answer()
    await done
    expect(asked).toEqual([20, 30, 40])
    expect(list.rows.value.get(33)).toBe(33)
  })

  it('goes on with what is needed now, not with what was scrolled past', async () => {
    const { list, asked, answer } = slowList()
    void list.need(0, 30)
    void list.need(500, 505)
    await answer()
    expect(asked).toEqual([0, 500])
    await answer()
    expect(asked).toEqual([0, 500])
  })

  it('asks for nothing twice, but again for what could not be had', async () => {
    const { list, asked, answer, fail } = slowList()
    fail(true)
    void list.need(0, 5)
    await answer()
    expect(list.rows.value.size).toBe(0)
    fail(false)
    void list.need(0, 5)
    await answer()
    void list.need(0, 9)
    expect(asked).toEqual([0, 0])
    expect(list.rows.value.get(4)).toBe(4)
  })

  it('drops an answer to what was forgotten in the meantime', async () => {
    const { list, answer } = slowList()
    void list.need(0, 5)
    list.clear()
    await answer()
    expect(list.rows.value.size).toBe(0)
  })

  it('keeps rows in place while they are read anew', async () => {
    const { list, asked, answer } = slowList()
    void list.need(0, 5)
    await answer()
    void list.refresh()
    expect(list.rows.value.get(0)).toBe(0)
    await answer()
    expect(asked).toEqual([0, 0])
  })

  it('keeps so many pages and no more, those nearest to what is looked at, and asks for the others again', async () => {
    const { list, asked, answer } = slowList()
    for (let at = 0; at < 100; at++) {
      void list.need(at * 10, at * 10 + 10)
      await answer()
    }
    expect(list.rows.value.size).toBe(600)
    expect(list.rows.value.get(995)).toBe(995)
    expect(list.rows.value.get(5)).toBeUndefined()
    void list.need(0, 10)
    await answer()
    expect(asked.at(-1)).toBe(0)
    expect(list.rows.value.get(5)).toBe(5)
    expect(list.rows.value.size).toBe(600)
  })

  it('keeps all that is wanted, however much, and comes to an end', async () => {
    const { list, asked, answer } = slowList()
    const done = list.need(0, 1_000)
    for (let page = 0; page < 100; page++) await answer()
    await done
    expect(asked).toHaveLength(100)
    expect(list.rows.value.size).toBe(1_000)
  })

  it('asks for the first page when it is read anew after it was empty', async () => {
    const { list, asked, answer } = slowList()
    void list.refresh()
    await answer()
    expect(asked).toEqual([0])
    expect(list.rows.value.get(0)).toBe(0)
  })
})
