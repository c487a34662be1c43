import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../../src/shared/version.ts'
import { aCommandLine } from './support/a-command-line.ts'
import { MIGRATIONS, newestSchema } from '../../src/main/storage/migrations/migrations.ts'

describe('stats', () => {
  it('counts what is there, with sizes in bytes and versions of the parts', async () => {
    const line = aCommandLine()
    const { uid } = await line.addText('a.txt', 'Some words to count.\n')
    await line.json('highlight', 'highlight', uid, '--quote', 'words', '--tag', 'one')
    const stats = await line.json('stats', 'stats')
    expect(stats).toMatchObject({
      file: line.archive,
      schema: newestSchema(MIGRATIONS),
      articles: 1,
      trashed: 0,
      versions: 1,
      annotations: 1,
    })
    expect(stats).toMatchObject({ tags: 1, components: { offprint: VERSION, node: process.versions.node } })
    expect(stats.bytes.file).toBe(statSync(line.archive).size)
    expect((await line.run('stats')).stdout).toMatch(/^bytes\.index: \d+$/m)
  })
})

describe('rebuild', () => {
  it('makes the index anew, with the same hits', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Some words to find.\n')
    line.sql((database) => database.exec('DELETE FROM search_doc'))
    expect((await line.run('verify')).status).toBe(2)
    expect(await line.json('rebuild', 'rebuild', '--index')).toEqual({ articles: 1, complete: true })
    expect((await line.run('verify')).status).toBe(0)
    expect(await line.json('search', 'search', 'find')).toMatchObject({ total: 1 })
  })

  it('makes everything derived and the index anew when nothing is said', async () => {
    const line = aCommandLine()
    await line.addText('a.txt', 'Some words to find.\n')
    const [derived, index] = await line.lines('rebuild', 'rebuild')
    expect(derived).toMatchObject({ versions: 1, renewed: 0, unchanged: 1 })
    expect(index).toEqual({ articles: 1, complete: true })
  })
})
