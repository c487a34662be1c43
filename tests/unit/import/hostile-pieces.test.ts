import { expect, test } from 'vitest'
import { mbox } from '../../../src/main/import/formats/mbox.ts'
import { readJsonItems } from '../../../src/main/import/json/read-json-items.ts'
import { bytesInUse } from '../../support/bytes-in-use.ts'
import { aSource } from '../../support/import-builders.ts'

const PIECE = 65_536
const PIECES = 8

/** Half a MiB of one sign after a beginning, and what is held at its end beyond what was held before. */
function aHeap(beginning: string, sign: string): { stream: () => AsyncGenerator<Uint8Array>; held: () => number } {
  let held = Infinity
  const stream = async function* (): AsyncGenerator<Uint8Array> {
    const before = bytesInUse()
    yield await Promise.resolve(Buffer.from(beginning))
    for (let piece = 0; piece < PIECES; piece++) yield Buffer.alloc(PIECE, sign)
    held = bytesInUse() - before
  }
  return { stream, held: () => held }
}

/** The half MiB doubled while it grew, and room for the noise of the runtime; a view per byte is 50 MB and more. */
const MOST_HELD = 8_000_000

test('a JSON item of nothing but brackets takes no more memory than its bytes', async () => {
  const { stream, held } = aHeap('[', '[')
  await expect(async () => {
    for await (const item of readJsonItems(stream(), 'a.json')) expect(item).toBeNull()
  }).rejects.toThrow()
  expect(held()).toBeLessThan(MOST_HELD)
})

test('a message of nothing but blank lines takes no more memory than its bytes', async () => {
  const { stream, held } = aHeap('From a@x.example Fri Jun 24 17:30:00 2022\nSubject: T\n\n', '\n')
  const items: unknown[] = []
  for await (const item of mbox.read({ ...aSource('', 'a.mbox'), stream })) items.push(item)
  expect(items).toHaveLength(1)
  expect(held()).toBeLessThan(MOST_HELD)
})
