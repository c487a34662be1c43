import { describe, expect, it } from 'vitest'
import { aBrowserHost, aWindow, makeArchive } from '../support/a-browser-host.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

describe('a request', () => {
  it.each([5_000, 100_000])('nested %i levels deep is refused, and does not end the host', async (levels) => {
    const served = await aBrowserHost()
    const { client, socket } = await aWindow(served)
    const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`
    const refused: unknown[] = []
    socket.on('message', (data: Buffer) => refused.push(JSON.parse(data.toString())))
    socket.send(`{"kind":"request","id":-1,"name":"host.saveSettings","input":{"settings":{"a":${deep}}}}`)
    socket.send(`{"kind":"request","id":-2,"name":"archive.overview","input":${deep}}`)
    await expect
      .poll(() => refused, { timeout: 10_000 })
      .toMatchObject([
        { id: -1, result: { ok: false, error: { code: 'ipc/bad-input' } } },
        { id: -2, result: { ok: false, error: { code: 'ipc/bad-input' } } },
      ])
    expect(valueOf(await client.request('host.archive', {})).status).toBe('none')
  })

  it('with a number that SQLite would not take, or a path that no system has, is refused', async () => {
    const served = await aBrowserHost()
    const window = await aWindow(served)
    await makeArchive(served, window)
    const { client } = window
    const answers = await Promise.all([
      client.request('trash.list', { limit: 1, offset: 1e300 }),
      client.request('host.openArchive', { file: '/tmp/a\0b', create: true }),
      client.request('job.start', { kind: 'archive.backup', input: { to: '/tmp/a\0b' } }),
    ])
    expect(answers.map((answer) => errorOf(answer as never).code)).toEqual(Array(3).fill('ipc/bad-input'))
  })
})

describe('long input', () => {
  it('of names, queries and templates is refused before it holds anything up', async () => {
    const served = await aBrowserHost()
    const window = await aWindow(served)
    await makeArchive(served, window)
    const { client } = window
    const selection = { kind: 'query', query: '', except: [] } as const
    const long = 'a '.repeat(1_000_000)
    const path = Array<string>(1_000).fill('deep')
    const answers = await Promise.all([
      client.request('article.search', { query: long, match: 'all', limit: 1, offset: 0 }),
      client.request('article.list', { query: long, sort: 'added', direction: 'down', limit: 1, offset: 0 }),
      client.request('article.tag', { articles: [], tag: long, present: true }),
      client.request('article.collect', { articles: [], path, present: true }),
      client.request('export.preview', { selection, template: null, templateText: long }),
      client.request('article.correct', { uid: '' as never, field: 'title', value: long, keep: false }),
    ])
    expect(answers.map((answer) => errorOf(answer as never).code)).toEqual(Array(6).fill('ipc/bad-input'))
  })
})

describe('a template that does not end', () => {
  it('holds its preview up for a moment only', async () => {
    const served = await aBrowserHost()
    const window = await aWindow(served)
    await makeArchive(served, window)
    valueOf(await window.client.request('job.start', { kind: 'import.sample', input: {} }))
    const stats = async (): Promise<number> => valueOf(await window.client.request('archive.stats', {})).articles
    await expect.poll(stats, { timeout: 60_000 }).toBeGreaterThan(0)
    const templateText = '{% for i in (1..9000) %}{% for j in (1..9000) %}{% endfor %}{% endfor %}'
    const start = performance.now()
    const selection = { kind: 'query', query: '', except: [] } as const
    const answer = await window.client.request('export.preview', { selection, template: null, templateText })
    expect(errorOf(answer)).toMatchObject({ code: 'export/bad-template', details: { line: 1 } })
    expect(performance.now() - start).toBeLessThan(8_000)
  }, 90_000)
})
