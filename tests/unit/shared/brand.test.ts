import { describe, expectTypeOf, it } from 'vitest'
import type { AnnotationUid, ArticleUid, Uid } from '../../../src/shared/model/identity.ts'

describe('brands', () => {
  it('keep one kind of uid from standing for another, while each is a uid', () => {
    expectTypeOf<ArticleUid>().not.toBeNever()
    expectTypeOf<ArticleUid>().toExtend<Uid>()
    expectTypeOf<ArticleUid>().not.toExtend<AnnotationUid>()
    expectTypeOf<Uid>().not.toExtend<ArticleUid>()
    expectTypeOf<string>().not.toExtend<Uid>()
  })
})
