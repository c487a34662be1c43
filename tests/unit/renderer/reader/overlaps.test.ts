import { describe, expect, it } from 'vitest'
import { coveredStretches } from '../../../../src/renderer/reader/overlaps.ts'
import type { Mark } from '../../../../src/renderer/reader/mark.ts'
import type { HighlightColor } from '../../../../src/shared/model/annotation.ts'
import type { AnnotationUid } from '../../../../src/shared/model/identity.ts'

function mark(color: HighlightColor, start: number, end: number): Mark {
  return { uid: `${color}-${start}` as AnnotationUid, color, start, end }
}

describe('marks that lie over each other', () => {
  it('leaves marks side by side alone', () => {
    expect(coveredStretches([mark('yellow', 0, 5), mark('blue', 5, 9)])).toEqual([])
  })

  it('names the stretch of the pen that lies below', () => {
    expect(coveredStretches([mark('blue', 0, 8), mark('yellow', 5, 12)])).toEqual([
      { color: 'yellow', start: 5, end: 8 },
    ])
  })

  it('names a mark inside another, of another pen and of the same', () => {
    expect(coveredStretches([mark('red', 0, 20), mark('green', 4, 9)])).toEqual([{ color: 'green', start: 4, end: 9 }])
    expect(coveredStretches([mark('red', 0, 20), mark('red', 4, 9)])).toEqual([{ color: 'red', start: 4, end: 9 }])
  })

  it('names every pair of three', () => {
    const three = [mark('yellow', 0, 10), mark('green', 2, 8), mark('blue', 4, 6)]
    expect(coveredStretches(three)).toEqual([
      { color: 'yellow', start: 2, end: 8 },
      { color: 'yellow', start: 4, end: 6 },
      { color: 'green', start: 4, end: 6 },
    ])
  })
})
