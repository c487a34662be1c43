import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createBatchReader } from '../../../src/main/import/take-batch.ts'

/** Numbers, each after its pause in milliseconds. */
async function* numbers(...pauses: readonly number[]): AsyncGenerator<number> {
  for (const [index, pause] of pauses.entries()) {
    if (pause > 0) await sleep(pause)
    yield index
  }
}

async function batches(items: AsyncGenerator<number>, most: number, milliseconds: number): Promise<unknown> {
  const reader = createBatchReader(items, { most, milliseconds })
  const all: (readonly number[])[] = []
  for (let batch = await reader.take(); batch !== undefined; batch = await reader.take()) all.push(batch)
  return all
}

describe('batches of a stream', () => {
  test('hold no more than they may', async () => {
    expect(await batches(numbers(0, 0, 0, 0, 0), 2, 1000)).toEqual([[0, 1], [2, 3], [4]])
  })

  test('do not wait long for more, and lose nothing by that', async () => {
    expect(await batches(numbers(0, 0, 300, 0, 0), 10, 50)).toEqual([
      [0, 1],
      [2, 3, 4],
    ])
  })

  test('wait for a first item as long as it takes', async () => {
    expect(await batches(numbers(150), 10, 20)).toEqual([[0]])
  })

  test('end with the stream', async () => {
    expect(await batches(numbers(), 10, 20)).toEqual([])
  })
})
