import { join } from 'node:path'
import { expect, it } from 'vitest'
import { aBrowserHost, aWindow, makeArchive, type TestWindow } from '../support/a-browser-host.ts'
import { tempDir } from '../support/temp-dir.ts'
import { valueOf } from '../support/value-of.ts'

const LIST = { query: '', sort: 'added', direction: 'down', limit: 10, offset: 0 } as const

/** Counts how often a window was told that the archive changed. */
function watchChanges({ client }: TestWindow): () => number {
  let changes = 0
  client.on('archive.changed', () => changes++)
  return () => changes
}

it('Two programs on one archive both work, and each sees what the other does', async () => {
  const file = join(tempDir(), 'Shared.offprint')
  const worker = join(import.meta.dirname, '../../src/main/worker.ts')
  const [one, other] = [await aBrowserHost(worker, file), await aBrowserHost(worker, file)]
  const [here, there] = [await aWindow(one), await aWindow(other)]
  await makeArchive(one, here)
  valueOf(await there.client.request('host.openArchive', { file, create: false }))
  const [seenHere, seenThere] = [watchChanges(here), watchChanges(there)]

  valueOf(await here.client.request('job.start', { kind: 'import.sample', input: {} }))
  await expect.poll(() => countOf(there), { timeout: 30_000 }).toBe(12)
  await expect.poll(seenThere, { timeout: 5_000 }).toBeGreaterThan(0)

  const { rows } = valueOf(await there.client.request('article.list', LIST))
  const [first, second] = rows.map(({ uid }) => uid)
  if (first === undefined || second === undefined) throw new Error('the other sees no articles')
  await Promise.all(
    [here, there].map(async ({ client }, index) => {
      for (let turn = 0; turn < 20; turn++) {
        const tag = `from ${String(index)} ${String(turn)}`
        valueOf(await client.request('article.tag', { articles: [first, second], tag, present: true }))
      }
    }),
  )
  for (const { client } of [here, there]) {
    const { tags } = valueOf(await client.request('article.get', { uid: first, version: null }))
    expect(tags.filter((tag) => /^from [01] /.test(tag))).toHaveLength(40)
  }
  await expect.poll(seenHere, { timeout: 5_000 }).toBeGreaterThan(0)

  // What the one did last, the other can take back; and when one ends, the other goes on.
  valueOf(await there.client.request('gesture.undo', { gesture: null }))
  await one.host.close()
  valueOf(await there.client.request('article.trash', { articles: [first], trashed: true }))
  expect(await countOf(there)).toBe(11)
})

async function countOf({ client }: TestWindow): Promise<number> {
  return valueOf(await client.request('article.list', LIST)).total
}
