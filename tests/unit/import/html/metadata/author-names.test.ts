import { describe, expect, it } from 'vitest'
import { authorNames } from '../../../../../src/main/import/html/metadata/author-names.ts'

const BYLINES: readonly (readonly [written: string, names: readonly string[]])[] = [
  ['Ann Example', ['Ann Example']],
  ['By Ann Example and Bo Sample', ['Ann Example', 'Bo Sample']],
  ['ByAnn Example', ['Ann Example']],
  ['Zeige alle Beiträge von Ann Example', ['Ann Example']],
  ['Auteur: Ann Example', ['Ann Example']],
  ['Donnerstag', []],
  ['Von Ann Example, Bo Sample und Cy Muster', ['Ann Example', 'Bo Sample', 'Cy Muster']],
  ['Written by: Ann Example', ['Ann Example']],
  ['Ann Example, Senior Editor', ['Ann Example']],
  ['Ann Example | 24 June 2022', ['Ann Example']],
  ['Ann Example Dec 6, 2016', ['Ann Example']],
  ['Ann Example @ann', ['Ann Example']],
  ['Ann Example (ann@paper.example)', ['Ann Example']],
  ['Ann Example, ANN EXAMPLE', ['Ann Example']],
  ['Di Cook', ['Di Cook']],
  ['文：山田太郎', ['山田太郎']],
  ['Автор: Анна Пример', ['Анна Пример']],
  ['https://social.example/ann', []],
  ['social.example/ann', []],
  ['ann[at]paper.example', []],
  ['Datum', []],
  ['Wirtschaftsredakteurin Ann Example', ['Ann Example']],
  ['Ann Example/AGENCY', ['Ann Example']],
  ['Ann Example Ann Example Chief of the paper', ['Ann Example']],
  ['On sale : July', []],
  ['admin', []],
  ['24 June 2022', []],
  ['This is a whole sentence about how the author came to write the article, and no name at all.', []],
]

describe('authorNames', () => {
  it.each(BYLINES)('finds the names in %j', (written, names) => {
    expect(authorNames([written])).toEqual(names)
  })

  it('rejects the publication as an author', () => {
    expect(authorNames(['The Daily Gull', 'Ann Example'], ['the daily gull'])).toEqual(['Ann Example'])
  })

  it('names each person once, however often and however long', () => {
    expect(authorNames(['Ann Example', 'Ann Example Correspondent in Oslo', 'Bo Sample'])).toEqual([
      'Ann Example',
      'Bo Sample',
    ])
  })

  it('takes the initials of an agency behind a person for nobody, and alone for who wrote it', () => {
    expect(authorNames(['Ann Example, AFP'])).toEqual(['Ann Example'])
    expect(authorNames(['AFP'])).toEqual(['AFP'])
  })
})
