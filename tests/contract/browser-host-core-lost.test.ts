import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aBrowserHost, aWindow, makeArchive } from '../support/a-browser-host.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

const ENTRY = join(import.meta.dirname, '../support/mortal-core-worker.ts')
const DEADLY = { query: 'deadly', match: 'all', sort: 'relevance', limit: 1, offset: 0 } as const

/** For the host, which runs in this process. */
function elevenSecondsPass(): void {
  const now = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 11_000)
}

afterEach(() => vi.restoreAllMocks())

describe('a thread of the core that ends by itself', () => {
  it('is answered for, said, and started again; not when it ends at once, until a person opens the archive', async () => {
    const served = await aBrowserHost(ENTRY)
    const window = await aWindow(served)
    const { client } = window
    const told: string[] = []
    client.on('host.connection', ({ status }) => told.push(status))
    client.on('host.archiveChanged', ({ status }) => told.push(status))
    await makeArchive(served, window)
    expect(told).toEqual(['open'])

    const [lost, alsoLost] = await Promise.all([
      client.request('article.search', DEADLY as never),
      client.request('article.search', DEADLY as never),
    ])
    expect([errorOf(lost).code, errorOf(alsoLost).code]).toEqual(['host/core-stopped', 'host/core-stopped'])
    await expect.poll(() => told).toEqual(['open', 'lost', 'none'])
    expect(valueOf(await client.request('host.archive', {}))).toMatchObject({ status: 'none', file: served.file })
    expect(errorOf(await client.request('archive.stats', {})).code).toBe('host/core-stopped')

    valueOf(await client.request('host.openArchive', { file: served.file, create: false }))
    elevenSecondsPass()
    expect(errorOf(await client.request('article.search', DEADLY as never)).code).toBe('host/core-stopped')
    expect(valueOf(await client.request('archive.stats', {})).articles).toBe(0)
    expect(told).toEqual(['open', 'lost', 'none', 'open', 'lost', 'open', 'back'])
  })

  it('while it opens another archive, leaves the one that was open', async () => {
    const served = await aBrowserHost(ENTRY)
    const window = await aWindow(served)
    await makeArchive(served, window)
    const deadly = `${served.file}.deadly.offprint`
    const lost = await window.client.request('host.openArchive', { file: deadly, create: true })
    expect(errorOf(lost).code).toBe('host/core-stopped')
    await setTimeout(200)
    expect(valueOf(await window.client.request('host.archive', {}))).toMatchObject({
      status: 'open',
      file: served.file,
    })
    expect(valueOf(await window.client.request('archive.stats', {})).articles).toBe(0)
  })
})
