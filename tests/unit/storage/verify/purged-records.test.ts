import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../../src/main/archive/add-highlight.ts'
import { deleteForEver } from '../../../../src/main/archive/delete-for-ever.ts'
import { finishImportRun } from '../../../../src/main/archive/import-run.ts'
import { tagArticles, trashArticles } from '../../../../src/main/archive/organise-articles.ts'
import { verifyFile } from '../../../../src/main/core/verify-file.ts'
import type { ArticleUid } from '../../../../src/shared/model/identity.ts'
import { anArchive, aTextDraft } from '../../../support/an-archive.ts'
import { valueOf } from '../../../support/value-of.ts'

const PURGED = '{"purged":true}'

/** What `verify` says after one article was deleted for ever, another one kept, and the given statements run. */
async function reasonsAfter(...statements: readonly string[]): Promise<readonly string[]> {
  const { ports, connection, bringIn } = anArchive()
  const add = (text: string): ArticleUid => {
    const { run, reports } = bringIn(aTextDraft(text))
    valueOf(finishImportRun(ports, run, {}))
    const uid = reports[0]?.uid
    if (uid === null || uid === undefined) throw new Error('not added')
    return uid
  }
  const [gone, kept] = [add('One\n\nText of one.'), add('Two\n\nText of two.')]
  for (const article of [gone, kept]) {
    const around = { prefix: '', suffix: '', place: null }
    const passage = { quote: 'Text of', ...around, color: 'green', note: null, tags: ['t'] } as const
    valueOf(addHighlight(ports, 'cli', { article, ...passage }))
  }
  valueOf(tagArticles(ports, 'cli', [gone, kept], { name: 't', present: true }))
  valueOf(trashArticles(ports, 'cli', [gone]))
  const pause = (): Promise<void> => Promise.resolve()
  const control = { signal: new AbortController().signal, onProgress: () => undefined, pause }
  valueOf(await deleteForEver(ports, [gone], control))
  for (const statement of statements) {
    expect(connection.database.prepare(statement).run().changes).toBeGreaterThan(0)
  }
  return valueOf(verifyFile(connection.file, () => undefined)).damaged.map(({ kind, reason }) => `${kind}: ${reason}`)
}

const firstOf = (table: 'change' | 'import_item', marked: boolean): string =>
  `(SELECT min(id) FROM ${table} WHERE ${table === 'change' ? 'after' : 'notes'} ${marked ? '=' : '<>'} '${PURGED}')`

describe('verify, after an article was deleted for ever', () => {
  it('finds nothing wrong', async () => {
    expect(await reasonsAfter()).toEqual([])
  })

  it.each([
    ['kind', `UPDATE change SET kind = 'tag' WHERE id = ${firstOf('change', true)}`],
    ['one half', `UPDATE change SET before = '{"quote":"x"}' WHERE id = ${firstOf('change', true)}`],
    ['undo mark', `UPDATE change SET undone_at = NULL WHERE id = ${firstOf('change', true)}`],
    ['subject', `UPDATE change SET subject = 'x' WHERE id = ${firstOf('change', true)}`],
  ])('names a purged change whose %s was altered', async (_, statement) => {
    expect((await reasonsAfter(statement)).some((reason) => reason.startsWith('change: '))).toBe(true)
  })

  it.each([
    ['path', `UPDATE import_item SET source = 'x' WHERE id = ${firstOf('import_item', true)}`],
    ['outcome', `UPDATE import_item SET outcome = 'already' WHERE id = ${firstOf('import_item', true)}`],
    ['hash', `UPDATE import_item SET source_hash = randomblob(32) WHERE id = ${firstOf('import_item', true)}`],
    ['moment', `UPDATE import_item SET at = 'never' WHERE id = ${firstOf('import_item', true)}`],
  ])('names a purged import item whose %s was altered', async (_, statement) => {
    expect((await reasonsAfter(statement)).some((reason) => reason.startsWith('log: '))).toBe(true)
  })

  it('takes no marker on a change about an article that was never purged', async () => {
    const marked = `SET before = '${PURGED}', after = '${PURGED}', undone_at = 'x'`
    const reasons = await reasonsAfter(
      `UPDATE change ${marked} WHERE id = (SELECT max(id) FROM change WHERE kind = 'article-tag' AND after <> '${PURGED}')`,
    )
    expect(reasons).toHaveLength(2)
    expect(reasons[0]).toContain('was altered after it was logged')
    expect(reasons[1]).toMatch(
      /^log: \d+ changes and 1 import items are marked purged, but the log knows of \d+ and 1$/,
    )
  })

  it('takes no marker on an import item, an import or a highlight that is still there', async () => {
    const erased = `SET source = '', item_key = '', source_hash = zeroblob(32), reason = NULL, notes = '${PURGED}'`
    const change = `SET before = '${PURGED}', after = '${PURGED}', undone_at = 'x'`
    for (const statement of [
      `UPDATE import_item ${erased}, article = NULL WHERE id = ${firstOf('import_item', false)}`,
      `UPDATE change ${change} WHERE kind = 'import' AND after <> '${PURGED}'`,
      `UPDATE change ${change} WHERE kind = 'annotation' AND after <> '${PURGED}'`,
    ]) {
      const reasons = await reasonsAfter(statement)
      expect(reasons.some((reason) => reason.includes('was altered after it was logged'))).toBe(true)
    }
  })
})
