import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createItemTimer, MOST_WAITED, type ItemTimer } from '../../../../src/main/import/pool/item-timer.ts'

/** A timer of two seconds over a thread that has worked `work(elapsed)` of the seconds elapsed; and what it found. */
function aTimer(work: (elapsed: number) => number | null): { timer: ItemTimer; found: number[] } {
  const found: number[] = []
  const start = Date.now()
  const spent = (): Promise<number> => {
    const seconds = work((Date.now() - start) / 1000)
    return seconds === null ? new Promise(() => undefined) : Promise.resolve(seconds)
  }
  const timer = createItemTimer({ seconds: 2, isReady: () => true, spent, onTooSlow: (seconds) => found.push(seconds) })
  timer.restart()
  return { timer, found }
}

describe('the time of an item', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is up when the thread has worked so long', async () => {
    const { found } = aTimer((elapsed) => elapsed)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(found).toEqual([])
    await vi.advanceTimersByTimeAsync(500)
    expect(found).toEqual([2])
  })

  test('goes on where the thread gets a quarter of a processor', async () => {
    const { found } = aTimer((elapsed) => elapsed / 4)
    await vi.advanceTimersByTimeAsync(7_500)
    expect(found).toEqual([])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(found).toEqual([2])
  })

  test.each([
    ['works at nothing', 0],
    ['does not even answer', null],
  ])('ends some time when the thread %s', async (_name, worked) => {
    const { timer, found } = aTimer(() => worked)
    await vi.advanceTimersByTimeAsync(2_000 * MOST_WAITED - 1)
    expect(found).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(found).toEqual([2 * MOST_WAITED])
    timer.stop()
  })

  test('ends with its item: an answer that comes late is not held against the next', async () => {
    let answer: (seconds: number) => void = () => undefined
    const found: number[] = []
    const spent = (): Promise<number> => new Promise((resolve) => (answer = resolve))
    const timer = createItemTimer({ seconds: 2, isReady: () => true, spent, onTooSlow: (s) => found.push(s) })
    timer.restart()
    await vi.advanceTimersByTimeAsync(2_300)
    timer.restart()
    answer(9)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(found).toEqual([])
    timer.stop()
  })
})
