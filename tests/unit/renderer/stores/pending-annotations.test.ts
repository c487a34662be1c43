import { describe, expect, it } from 'vitest'
import { withAnswer, withPending } from '../../../../src/renderer/stores/pending-annotations.ts'
import type { Annotation } from '../../../../src/shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid } from '../../../../src/shared/model/identity.ts'
import { TEST_NOW } from '../../../support/an-article.ts'

function anAnnotation(uid: string, changes: Partial<Annotation> = {}): Annotation {
  return {
    uid: uid as AnnotationUid,
    article: 'article' as ArticleUid,
    quote: null,
    color: 'yellow',
    note: null,
    tags: [],
    created: TEST_NOW,
    changed: TEST_NOW,
    anchors: [],
    ...changes,
  }
}

describe('annotations with what is under way', () => {
  const stored = [anAnnotation('a'), anAnnotation('b')]

  it('shows an addition, an edit and a removal before they are answered', () => {
    const shown = withPending(stored, [
      { kind: 'add', annotation: anAnnotation('c') },
      { kind: 'edit', uid: stored[0]!.uid, changes: { note: 'Why?' } },
      { kind: 'remove', uid: stored[1]!.uid },
    ])
    expect(shown.map(({ uid, note }) => [uid, note])).toEqual([
      ['a', 'Why?'],
      ['c', null],
    ])
  })

  it('applies them in the order they were begun', () => {
    const uid = stored[0]!.uid
    const shown = withPending(stored, [
      { kind: 'edit', uid, changes: { color: 'blue' } },
      { kind: 'edit', uid, changes: { color: 'red' } },
    ])
    expect(shown[0]!.color).toBe('red')
  })

  it('leaves what is stored as it is, so that a failure needs no undoing', () => {
    withPending(stored, [{ kind: 'remove', uid: stored[0]!.uid }])
    expect(stored).toHaveLength(2)
  })

  it('takes an answer in place of what it was, or adds it', () => {
    expect(withAnswer(stored, anAnnotation('b', { note: 'new' })).map(({ note }) => note)).toEqual([null, 'new'])
    expect(withAnswer(stored, anAnnotation('c'))).toHaveLength(3)
  })
})
