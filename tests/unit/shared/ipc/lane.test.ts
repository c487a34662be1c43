import { describe, expect, it } from 'vitest'
import { createLane } from '../../../../src/shared/ipc/lane.ts'

/** Work that ends when it is told to. */
function aTask() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const task = { begun: false, resolve, reject, work: () => ((task.begun = true), promise) }
  return task
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('a lane', () => {
  it('begins as much at once as it has room for, and the next in the order of asking when one has ended', async () => {
    const lane = createLane(2)
    const tasks = [aTask(), aTask(), aTask(), aTask()] as const
    const answers = tasks.map(({ work }) => lane.take(work))
    const begun = async () => {
      await turn()
      return tasks.map((task) => task.begun)
    }
    expect(await begun()).toEqual([true, true, false, false])
    tasks[1].resolve('second')
    expect(await begun()).toEqual([true, true, true, false])
    expect(await answers[1]).toBe('second')
    tasks[2].resolve('third')
    tasks[0].resolve('first')
    tasks[3].resolve('fourth')
    expect(await Promise.all(answers)).toEqual(['first', 'second', 'third', 'fourth'])
  })

  it('gives the place of what failed to the next', async () => {
    const lane = createLane(1)
    const [failing, next] = [aTask(), aTask()]
    const failed = lane.take(failing.work)
    const answer = lane.take(next.work)
    failing.reject(new Error('no'))
    await expect(failed).rejects.toThrow('no')
    await turn()
    next.resolve('yes')
    expect(await answer).toBe('yes')
    await expect(lane.take(() => Promise.reject(new Error('again')))).rejects.toThrow('again')
    expect(await lane.take(() => Promise.resolve('free'))).toBe('free')
  })
})
