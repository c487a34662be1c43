import { describe, expect, it } from 'vitest'
import type { Damage } from '../../../../src/shared/model/safekeeping.ts'
import type { ArchiveConnection } from '../../../../src/main/storage/open-archive.ts'
import { createSafekeeping } from '../../../../src/main/storage/safekeeping.ts'
import { verifyArchive } from '../../../../src/main/storage/verify/verify-archive.ts'
import { articleText, articleUid, fillArchive } from '../../../support/filled-archive.ts'
import { newArchive } from '../../../support/new-archive.ts'
import { textOfHtml, zstd } from '../../../support/prepared.ts'

function filled(count = 3): ArchiveConnection {
  const archive = newArchive()
  fillArchive(archive, count)
  return archive
}

function damageOf(archive: ArchiveConnection): readonly Damage[] {
  return verifyArchive(archive.database, { textOf: textOfHtml, onProgress: () => undefined }).damaged
}

/** Damage after one statement that no part of the program would run. */
function damageAfter(sql: string, ...values: readonly unknown[]): readonly Damage[] {
  const archive = filled()
  archive.database.pragma('foreign_keys = OFF')
  archive.database.pragma('ignore_check_constraints = ON')
  archive.database.prepare(sql).run(...values)
  return damageOf(archive)
}

describe('verify', () => {
  it('finds nothing in a sound archive, says what it looked at, and tells its progress', () => {
    const archive = filled()
    const progress: (readonly [number, number])[] = []
    const report = createSafekeeping(archive).verify(textOfHtml, (done, total) => progress.push([done, total]))
    expect(report.damaged).toEqual([])
    expect(report.checked).toEqual({ articles: 3, blobs: 3, renditions: 3, log: 6 })
    expect(report.logHead).toMatch(/^[0-9a-f]{64}$/)
    expect(progress.at(-1)).toEqual([15, 15])
    expect(archive.database.inTransaction).toBe(false)
  })

  it('finds nothing in an empty archive', () => {
    expect(damageOf(newArchive())).toEqual([])
  })

  it('names a blob of which a chunk is missing, and whose original it is', () => {
    const damaged = damageAfter('DELETE FROM blob_chunk WHERE blob = 2 AND number = 1')
    expect(damaged).toHaveLength(1)
    expect(damaged[0]?.kind).toBe('blob')
    expect(damaged[0]?.uid).toMatch(/^[0-9a-f]{64}$/)
    expect(damaged[0]?.reason).toBe(`chunk 1 is missing; it is an original of article ${articleUid(2)}`)
  })

  it('names a blob whose last chunk is missing', () => {
    const damaged = damageAfter('DELETE FROM blob_chunk WHERE blob = 2 AND number = 3')
    expect(damaged.map(({ kind, reason }) => [kind, reason.slice(0, 15)])).toEqual([['blob', '3072 bytes inst']])
  })

  it('names a blob whose bytes are others, though they decompress', () => {
    const damaged = damageAfter('UPDATE blob_chunk SET bytes = ? WHERE blob = 1 AND number = 0', zstd('x'.repeat(1024)))
    expect(damaged.map(({ kind, reason }) => [kind, reason.slice(0, 37)])).toEqual([
      ['blob', 'the bytes are not those of the hash; '],
    ])
  })

  it('does not unpack more than a chunk says it holds', () => {
    const damaged = damageAfter(
      'UPDATE blob_chunk SET bytes = ? WHERE blob = 1 AND number = 0',
      zstd('x'.repeat(9_000_000)),
    )
    expect(damaged.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('chunk 0: the compressed bytes are damaged'),
    ])
  })

  it('names the article whose text is another', () => {
    const damaged = damageAfter('UPDATE rendition SET text_zstd = ? WHERE id = 2', zstd('Coffee.'))
    expect(damaged).toEqual([
      { kind: 'text', uid: articleUid(2), reason: 'version 1, rendition 1: the text is not that of the hash' },
    ])
  })

  it('names the article whose HTML says another text, and where', () => {
    const html = `<article><p>${articleText(2)}!</p></article>`
    const damaged = damageAfter('UPDATE rendition SET html_zstd = ? WHERE id = 2', zstd(html))
    const at = String(articleText(2).length)
    expect(damaged).toEqual([
      {
        kind: 'html',
        uid: articleUid(2),
        reason: `version 1, rendition 1: says another text, from character ${at} on`,
      },
    ])
  })

  it('reports HTML that the parser cannot take instead of failing', () => {
    const archive = filled(1)
    const textOf = (): string => {
      throw new RangeError('too deep')
    }
    const { damaged } = verifyArchive(archive.database, { textOf, onProgress: () => undefined })
    expect(damaged.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['html', 'version 1, rendition 1: cannot be parsed: too deep'],
    ])
  })

  it.each([
    ['[{"kind":"header","start":0,"end":999999}]', 'a part ends at 999999, behind the text'],
    ['[{"kind":"header","start":0,"end":9},{"kind":"aside","start":5,"end":12}]', 'the parts overlap at character 5'],
    ['[{"kind":"header","start":9,"end":3}]', 'the parts overlap at character 9'],
    ['[{"kind":"header"}]', 'a part has no range'],
    ['{}', 'the parts are not a list'],
  ])('names the article with the parts %s', (parts, reason) => {
    const damaged = damageAfter('UPDATE rendition SET parts = ? WHERE id = 1', parts)
    expect(damaged.map(({ kind, uid }) => [kind, uid])).toEqual([['text', articleUid(1)]])
    expect(damaged[0]?.reason).toContain(reason)
  })

  it('names a row that refers to nothing', () => {
    const damaged = damageAfter('UPDATE version SET source_blob = 99 WHERE id = 1')
    expect(damaged).toEqual([
      { kind: 'database', uid: 'version 1', reason: 'refers to a row of blob that is not there' },
    ])
  })

  it('names the article whose current version is of another', () => {
    const damaged = damageAfter('UPDATE article SET current_version = 3 WHERE id = 2')
    expect(damaged).toEqual([
      { kind: 'database', uid: articleUid(2), reason: 'its current version belongs to another article' },
    ])
  })

  it('names the article whose row of the listing says other than its facts', () => {
    const archive = filled()
    archive.database.exec(`UPDATE article_listing SET title = 'Coffee' WHERE article = 2`)
    archive.database.exec('DELETE FROM article_listing WHERE article = 3')
    expect(createSafekeeping(archive).verify(textOfHtml, () => undefined).damaged).toEqual([
      { kind: 'listing', uid: articleUid(2), reason: 'the listing differs: title' },
      { kind: 'listing', uid: articleUid(3), reason: 'is missing from the listing' },
    ])
  })

  it('goes on behind a check that is handed in, and reports what that finds', () => {
    const archive = filled(1)
    const { damaged } = createSafekeeping(archive, [
      (context) => {
        context.report({ kind: 'listing', uid: articleUid(1), reason: 'shows another title' })
        return 1
      },
    ]).verify(textOfHtml, () => undefined)
    expect(damaged).toEqual([{ kind: 'listing', uid: articleUid(1), reason: 'shows another title' }])
  })

  it('lets bugs through', () => {
    const bug: () => number = () => {
      throw new TypeError('a bug')
    }
    const { verify } = createSafekeeping(filled(1), [bug])
    expect(() => verify(textOfHtml, () => undefined)).toThrow('a bug')
  })
})
