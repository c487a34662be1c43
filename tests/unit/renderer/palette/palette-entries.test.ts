import { describe, expect, it } from 'vitest'
import type { ArticleRow } from '../../../../src/shared/model/article.ts'
import type { Uid } from '../../../../src/shared/model/identity.ts'
import { paletteGroups, type PaletteChoices } from '../../../../src/renderer/views/palette/palette-entries.ts'
import { fieldQuery, readTyped } from '../../../../src/renderer/views/palette/read-typed.ts'
import { parseQuery } from '../../../../src/shared/query/parse-query.ts'

const UID = '01900000-0000-7000-8000-000000000000' as Uid
const node = (name: string, children: PaletteChoices['collections'] = []) => ({
  uid: UID,
  name,
  articles: 1,
  articlesBelow: 2,
  children,
})
const CHOICES: PaletteChoices = {
  commands: [
    { id: 'copyQuote', label: 'Copy citation', here: true },
    { id: 'goNotes', label: 'Go to Notes', here: false },
    { id: 'export', label: 'Export citations …', here: false },
  ],
  articles: [{ title: 'Capacity, or how a harbour counts', label: null } as ArticleRow],
  tags: [
    { uid: UID, name: 'methods', articles: 3, annotations: 0 },
    { uid: UID, name: 'to-cite', articles: 41, annotations: 0 },
  ],
  collections: [node('Northern ice', [node('Dating methods')])],
  text: { query: 'cit', count: 1066 },
  author: { query: 'by:cit*', count: 3 },
}
const shown = (text: string) =>
  paletteGroups(readTyped(text), CHOICES).map(({ key, entries }) => [key, ...entries.map(({ label }) => label)])

describe('the palette', () => {
  it('groups commands, articles, tags and the full text, as in the mock-up', () => {
    expect(shown('cit')).toEqual([
      ['here', 'Copy citation'],
      ['everywhere', 'Export citations …'],
      ['articles', 'Capacity, or how a harbour counts'],
      ['tags', 'to-cite'],
      ['text', 'cit'],
    ])
  })

  it('shows every command before anything is typed, and no tags', () => {
    expect(shown('').map(([key]) => key)).toEqual(['here', 'everywhere', 'articles'])
  })

  it('finds collections by their whole path', () => {
    expect(shown('north dat')).toContainEqual(['collections', 'Northern ice / Dating methods'])
  })

  it('looks for tags, authors or text by a prefix', () => {
    expect(shown('#')).toEqual([['tags', 'methods', 'to-cite']])
    expect(shown('#cit')).toEqual([['tags', 'to-cite']])
    expect(shown('@cit').map(([key]) => key)).toEqual(['authors', 'articles'])
    expect(shown(' / cit').map(([key]) => key)).toEqual(['text', 'articles'])
  })
})

describe('a query for titles', () => {
  it('wants every word, the last one begun', () => {
    expect(fieldQuery('title', 'the cit')).toBe('title:the title:cit*')
    expect(fieldQuery('by', 'Lindq')).toBe('by:lindq*')
    expect(fieldQuery('title', ' "()" ')).toBeNull()
    expect(fieldQuery('title', 'to')).toBe('title:to')
    expect(fieldQuery('title', '海')).toBe('title:海*')
  })

  it('cannot be broken by what is typed', () => {
    const query = fieldQuery('title', 'a" OR (tag:x) -b <img>') ?? ''
    const parts = parseQuery(query, '2026-01-01T00:00:00.000Z').parts
    expect(parts.every(({ field, problem, sign }) => field === 'title' && problem === null && sign === 'plain')).toBe(
      true,
    )
  })
})
