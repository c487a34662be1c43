import { expect, it } from 'vitest'
import { postponeIndex } from '../../../src/main/archive/postpone-index.ts'
import type { ArticleIndex } from '../../../src/main/archive/ports/article-index.ts'
import type { UnitOfWork } from '../../../src/main/archive/ports/unit-of-work.ts'
import type { ArticleId } from '../../../src/shared/model/identity.ts'

const unit = {} as UnitOfWork

function aPostponedIndex() {
  const written: string[] = []
  const index: Pick<ArticleIndex, 'has' | 'put' | 'remove' | 'putNote' | 'removeNote'> = {
    has: () => false,
    put: (_unit, article) => written.push(`put ${article}`),
    remove: (_unit, article) => written.push(`remove ${article}`),
    putNote: (_unit, annotation, note) => written.push(`note ${annotation} ${note}`),
    removeNote: (_unit, annotation) => written.push(`no note ${annotation}`),
  }
  return { written, postponed: postponeIndex(index) }
}

it('writes nothing until it is asked to, then everything in order and once', () => {
  const { written, postponed } = aPostponedIndex()
  postponed.index.remove(unit, 1 as ArticleId)
  postponed.index.putNote(unit, 7, 'a note', null)
  postponed.index.removeNote(unit, 8)
  expect(written).toEqual([])
  postponed.write()
  postponed.write()
  expect(written).toEqual(['remove 1', 'note 7 a note', 'no note 8'])
})

it('forgets what was put off by work that failed, and nothing else', () => {
  const { written, postponed } = aPostponedIndex()
  postponed.index.remove(unit, 1 as ArticleId)
  const fail = (): void =>
    postponed.unlessThrown(() => {
      postponed.index.remove(unit, 2 as ArticleId)
      throw new Error('does not fit')
    })
  expect(fail).toThrow('does not fit')
  expect(postponed.unlessThrown(() => 3)).toBe(3)
  postponed.index.remove(unit, 4 as ArticleId)
  postponed.write()
  expect(written).toEqual(['remove 1', 'remove 4'])
})
