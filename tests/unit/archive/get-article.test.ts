import { describe, expect, it } from 'vitest'
import { getArticle } from '../../../src/main/archive/get-article.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive } from '../../support/an-archive.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as ArticleUid

describe('getting an article', () => {
  it('gives the current version, or the one asked for', () => {
    const { ports, addText } = anArchive()
    const uid = addText('Tea is grown on hills.\n\nThe mist stays until noon.')
    expect(valueOf(getArticle(ports, uid, null)).uid).toBe(uid)
    expect(valueOf(getArticle(ports, uid, 1)).text).toContain('until noon')
  })

  it('tells an article that is not there from a version that is not', () => {
    const { ports, addText } = anArchive()
    const uid = addText('Tea is grown on hills.')
    expect(errorOf(getArticle(ports, uid, 2))).toEqual({
      code: 'archive/version-not-found',
      details: { uid, version: 2 },
    })
    const nobody = { code: 'archive/article-not-found', details: { uid: NOBODY } }
    expect(errorOf(getArticle(ports, NOBODY, null))).toEqual(nobody)
    expect(errorOf(getArticle(ports, NOBODY, 2))).toEqual(nobody)
  })

  it('says that a text is damaged instead of throwing', () => {
    const { ports, connection, addText } = anArchive()
    const uid = addText('Tea is grown on hills.')
    connection.database.exec("UPDATE rendition SET text_zstd = x'00'")
    expect(errorOf(getArticle(ports, uid, null)).code).toBe('storage/damaged')
  })
})
