import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitMarks } from '../../../../src/renderer/components/split-marks.ts'

describe('a text is cut at its marks', () => {
  it('in order, merged where they overlap', () => {
    expect(
      splitMarks('the ice core', [
        [8, 12],
        [4, 9],
      ]),
    ).toEqual([
      { text: 'the ', marked: false },
      { text: 'ice c', marked: true },
      { text: 'ore', marked: true },
    ])
  })

  it('and stays whole whatever the marks', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.integer(), fc.integer())), (text, marks) => {
        const pieces = splitMarks(text, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})
