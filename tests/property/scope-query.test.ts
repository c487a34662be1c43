import fc from 'fast-check'
import { expect, it } from 'vitest'
import { collectArticles, tagArticles } from '../../src/main/archive/organise-articles.ts'
import { joinSearch } from '../../src/main/core/join-search.ts'
import { queryOf } from '../../src/renderer/stores/scope.ts'
import { foldName } from '../../src/shared/text/fold-name.ts'
import { anArchive } from '../support/an-archive.ts'
import { stillClock } from '../support/still-clock.ts'
import { valueOf } from '../support/value-of.ts'

const name = fc
  .array(fc.constantFrom('"', '“', '„', '\\', '/', '(', ')', ' ', '-', ':', 'NOT', 'a', 'é', '北'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('').trim())
  .filter((text) => foldName(text) !== '')

it('the scope of a tag lists the articles with it, and that of a collection those in it, whatever their names', () => {
  fc.assert(
    fc.property(name, fc.array(name, { minLength: 1, maxLength: 3 }), (tag, path) => {
      const archive = anArchive()
      const search = joinSearch(archive.connection.database, stillClock)
      const [tagged, collected] = [archive.addText('Tea is grown on hills.'), archive.addText('Ice is cored in June.')]
      archive.addText('This one has neither.')
      valueOf(tagArticles(archive.ports, 'window', [tagged], { name: tag, present: true }))
      valueOf(collectArticles(archive.ports, 'window', [collected], { path, present: true }))
      expect(search.choose(queryOf({ kind: 'tag', tag }))).toEqual([tagged])
      expect(search.choose(queryOf({ kind: 'collection', path }))).toEqual([collected])
    }),
    { numRuns: 40 },
  )
})
