import { describe, expect, it } from 'vitest'
import { compareText, textMeasures } from '../../../bench/extraction/whole-text.ts'

describe('compareText', () => {
  it('counts runs of four words that both have, as often as they stand there', () => {
    // Wanted: abcd bcde cdef. Found: abcd bcde, and two of its own.
    const { both, missed, added } = compareText('a b c d e f', 'a b, c d e! x y')
    expect([both, missed, added]).toEqual([2 / 5, 1 / 5, 2 / 5])
  })

  it('takes a text of fewer words as one run, and no text as none', () => {
    expect(compareText('Closed today', 'Closed, today')).toEqual({ both: 1, missed: 0, added: 0 })
    expect(compareText('Closed today', '')).toEqual({ both: 0, missed: 1, added: 0 })
    expect(compareText('', '')).toEqual({ both: 0, missed: 0, added: 0 })
  })
})

describe('textMeasures', () => {
  it('gives precision over the pages with an answer, recall over those with a text, and F1 of both means', () => {
    const whole = { both: 1, missed: 0, added: 0 }
    const half = { both: 0.4, missed: 0.2, added: 0.4 }
    const nothing = { both: 0, missed: 1, added: 0 }
    const { precision, recall, f1 } = textMeasures([whole, half, nothing])
    expect(precision).toBeCloseTo((1 + 0.5) / 2)
    expect(recall).toBeCloseTo((1 + 2 / 3 + 0) / 3)
    expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall))
  })
})
