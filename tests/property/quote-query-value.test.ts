import fc from 'fast-check'
import { expect, it } from 'vitest'
import { collectArticles, tagArticles } from '../../src/main/archive/organise-articles.ts'
import { joinSearch } from '../../src/main/core/join-search.ts'
import { quoteCollectionPath, quoteQueryValue } from '../../src/shared/query/quote-query-value.ts'
import { foldName } from '../../src/shared/text/fold-name.ts'
import { anArchive } from '../support/an-archive.ts'
import { stillClock } from '../support/still-clock.ts'
import { valueOf } from '../support/value-of.ts'

const ODD = [
  '"',
  '“',
  '”',
  '„',
  '\\',
  '/',
  '(',
  ')',
  ' ',
  '-',
  '+',
  ':',
  '~',
  '*',
  'OR',
  'a',
  'B',
  'é',
  '北',
  '\n',
  '👩‍🚀',
]
const name = fc
  .array(fc.constantFrom(...ODD), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').trim())
  .filter((text) => foldName(text) !== '')

it('a quoted name finds the tag of that name, whatever it is made of', () => {
  const archive = anArchive()
  const uid = archive.addText('Tea is grown on hills.')
  const search = joinSearch(archive.connection.database, stillClock)
  const find = (query: string) => search.choose(query)
  fc.assert(
    fc.property(name, (tag) => {
      valueOf(tagArticles(archive.ports, 'cli', [uid], { name: tag, present: true }))
      expect(find(`tag:${quoteQueryValue(tag)}`)).toEqual([uid])
      expect(find(`-tag:${quoteQueryValue(tag)}`)).toEqual([])
      valueOf(tagArticles(archive.ports, 'cli', [uid], { name: tag, present: false }))
      expect(find(`tag:${quoteQueryValue(tag)}`)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

it('a quoted path finds the collection at that path and none other', () => {
  const path = fc.array(name, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(path, { minLength: 1, maxLength: 4 }), (paths) => {
      const archive = anArchive()
      const search = joinSearch(archive.connection.database, stillClock)
      const folded = (steps: readonly string[]): string => JSON.stringify(steps.map(foldName))
      const members = paths.map((steps, index) => {
        const uid = archive.addText(`Text number ${String(index)} is not like another.`)
        valueOf(collectArticles(archive.ports, 'cli', [uid], { path: steps, present: true }))
        return { uid, steps }
      })
      for (const wanted of paths) {
        const within = members.filter(({ steps }) => folded(steps.slice(0, wanted.length)) === folded(wanted))
        const found = search.choose(`in:${quoteCollectionPath(wanted)}`)
        expect(new Set(found)).toEqual(new Set(within.map(({ uid }) => uid)))
      }
    }),
    { numRuns: 60 },
  )
})
