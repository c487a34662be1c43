import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { placeAnnotation, rejectPlace } from '../../../src/main/archive/place-annotation.ts'
import { listGestures, undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import type { AnnotationUid } from '../../../src/shared/model/identity.ts'
import { anArchive, aTextDraft } from '../../support/an-archive.ts'
import { unsteered } from '../../support/unsteered.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const URL = 'https://example.org/bells'
const FIRST = 'Bells\n\nThe great bell of the minster rang at noon today.\n\nIt was heard in the hills.'
const SECOND = 'Bells\n\nAt twelve everything was silent in the town.\n\nIt was heard in the hills. Nobody knew why.'
const THIRD =
  'Bells\n\nAt twelve everything was silent in the old town.\n\nIt was heard in the hills. Nobody knew why at all.'

/** A highlight whose passage is gone in the second version. */
function world() {
  const { ports, bringIn } = anArchive()
  const article = bringIn(aTextDraft(FIRST, { url: URL })).reports[0]!.uid!
  const { uid } = valueOf(
    addHighlight(ports, 'window', {
      article,
      quote: 'The great bell of the minster rang at noon today.',
      prefix: '',
      suffix: '',
      color: 'yellow',
      note: null,
      tags: [],
      place: null,
    }),
  )
  bringIn(aTextDraft(SECOND, { url: URL }))
  const textOf = (version: number): string => ports.reading.article(article, version)!.text
  const anchorOn = (version: number) => ports.reading.annotation(uid)?.anchors.find((one) => one.version === version)
  const placeOf = (version: number, words: string) => {
    const start = textOf(version).indexOf(words)
    return { version, rendition: 1, start, end: start + words.length }
  }
  const wordsOn = (version: number) => {
    const { start = null, end = null } = anchorOn(version) ?? {}
    return start === null || end === null ? null : textOf(version).slice(start, end)
  }
  return { ports, bringIn, uid, anchorOn, placeOf, wordsOn }
}

describe('an orphan placed by hand', () => {
  it('has that place, keeps its words, and undo makes it an orphan again', async () => {
    const { ports, uid, anchorOn, placeOf } = world()
    expect(anchorOn(2)?.status).toBe('orphan')
    const place = placeOf(2, 'At twelve everything was silent')
    const placed = valueOf(placeAnnotation(ports, 'window', uid, place))
    expect(placed.quote?.exact).toBe('The great bell of the minster rang at noon today.')
    expect(anchorOn(2)).toEqual({ ...place, strategy: 'manual', score: 1, status: 'placed' })
    valueOf(await undoGesture(ports, null, unsteered))
    expect(anchorOn(2)?.status).toBe('orphan')
    expect(anchorOn(1)?.status).toBe('placed')
  })

  it('is searched for as it stands there when the text changes once more', () => {
    const { ports, bringIn, uid, placeOf, wordsOn } = world()
    valueOf(placeAnnotation(ports, 'window', uid, placeOf(2, 'everything was silent in the town')))
    bringIn(aTextDraft(THIRD, { url: URL }))
    expect(wordsOn(3)).toBe('everything was silent in the old town')
  })

  it.each([
    ['outside the text', { version: 2, rendition: 1, start: 10, end: 100_000 }],
    ['of white space', { version: 2, rendition: 1, start: 5, end: 6 }],
    ['that is empty', { version: 2, rendition: 1, start: 9, end: 9 }],
  ])('is refused for a place %s', (_what, place) => {
    const { ports, uid } = world()
    expect(errorOf(placeAnnotation(ports, 'window', uid, place)).code).toBe('archive/quote-not-found')
  })

  it('is refused for a text that is not there, and for nobody', () => {
    const { ports, uid, placeOf } = world()
    const place = placeOf(2, 'At twelve')
    expect(errorOf(placeAnnotation(ports, 'window', uid, { ...place, version: 9 })).code).toBe(
      'archive/version-not-found',
    )
    const nobody = '01900000-0000-7000-8000-000000000000' as AnnotationUid
    expect(errorOf(placeAnnotation(ports, 'window', nobody, place)).code).toBe('archive/annotation-not-found')
  })
})

describe('a rejected place', () => {
  it('is no place from then on, and undo gives it back', async () => {
    const { ports, uid, anchorOn, placeOf } = world()
    valueOf(placeAnnotation(ports, 'window', uid, placeOf(2, 'At twelve everything was silent')))
    valueOf(rejectPlace(ports, 'window', uid, { version: 2, rendition: 1 }))
    expect(anchorOn(2)).toMatchObject({ status: 'rejected', score: 0 })
    valueOf(await undoGesture(ports, null, unsteered))
    expect(anchorOn(2)).toMatchObject({ status: 'placed', score: 1 })
  })

  it('is not given again by the next version when the same words stand there', () => {
    const { ports, bringIn } = anArchive()
    const article = bringIn(aTextDraft(FIRST, { url: URL })).reports[0]!.uid!
    const wanted = { article, prefix: '', suffix: '', color: 'blue', note: null, tags: [], place: null } as const
    const { uid } = valueOf(addHighlight(ports, 'window', { ...wanted, quote: 'It was heard in the hills.' }))
    bringIn(aTextDraft(SECOND, { url: URL }))
    const statusOn = (version: number) =>
      ports.reading.annotation(uid)?.anchors.find((anchor) => anchor.version === version)?.status
    expect(statusOn(2)).toBe('placed')
    valueOf(rejectPlace(ports, 'window', uid, { version: 2, rendition: 1 }))
    bringIn(aTextDraft(THIRD, { url: URL }))
    expect([statusOn(1), statusOn(2), statusOn(3)]).toEqual(['placed', 'rejected', 'rejected'])
  })

  it('where there is none changes nothing and is no gesture', () => {
    const { ports, uid, anchorOn } = world()
    const before = listGestures(ports, 10)
    valueOf(rejectPlace(ports, 'window', uid, { version: 2, rendition: 1 }))
    expect(anchorOn(2)?.status).toBe('orphan')
    expect(listGestures(ports, 10)).toEqual(before)
  })
})
