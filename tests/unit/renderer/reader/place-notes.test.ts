import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notesWithin, placeNotes } from '../../../../src/renderer/reader/place-notes.ts'

const GAP = 12
const aNote = fc.record({ wanted: fc.integer({ min: 0, max: 5000 }), height: fc.integer({ min: 20, max: 400 }) })
const someNotes = fc.array(aNote, { maxLength: 60 }).map((notes) => notes.sort((a, b) => a.wanted - b.wanted))

describe('placing notes in the margin', () => {
  it('leaves notes that have room where they want to stand', () => {
    expect(
      placeNotes(
        [
          { wanted: 10, height: 40 },
          { wanted: 100, height: 40 },
        ],
        GAP,
      ),
    ).toEqual([10, 100])
  })

  it('moves the later of two that would touch', () => {
    expect(
      placeNotes(
        [
          { wanted: 10, height: 40 },
          { wanted: 30, height: 40 },
          { wanted: 300, height: 20 },
        ],
        GAP,
      ),
    ).toEqual([10, 62, 300])
  })

  it('stacks a thousand that want the same line, in their order, and draws only those in sight', () => {
    const notes = Array.from({ length: 1000 }, (_, index) => ({ wanted: 500, height: 20 + (index % 7) * 19 }))
    const tops = placeNotes(notes, GAP)
    const heights = notes.map(({ height }) => height)
    expect(tops[0]).toBe(500)
    tops.slice(1).forEach((top, index) => {
      expect(top).toBe(tops[index]! + heights[index]! + GAP)
    })
    const { first, end } = notesWithin(tops, heights, { top: 40_000, bottom: 40_900 })
    expect(end - first).toBeLessThanOrEqual(Math.ceil(900 / (20 + GAP)) + 2)
    expect(tops[first]! + heights[first]!).toBeGreaterThanOrEqual(40_000)
    expect(tops[end - 1]!).toBeLessThanOrEqual(40_900)
  })

  it('never lets two overlap, never moves one up, and never moves one without need', () => {
    fc.assert(
      fc.property(someNotes, (notes) => {
        const tops = placeNotes(notes, GAP)
        tops.forEach((top, index) => {
          const before = index === 0 ? -Infinity : tops[index - 1]! + notes[index - 1]!.height + GAP
          expect(top).toBe(Math.max(before, notes[index]!.wanted))
        })
      }),
    )
  })

  it('keeps what stands above when a note further down grows', () => {
    fc.assert(
      fc.property(someNotes, fc.nat(), (notes, grown) => {
        fc.pre(notes.length > 0)
        const index = grown % notes.length
        const taller = notes.map((note, at) => (at === index ? { ...note, height: note.height + 100 } : note))
        expect(placeNotes(taller, GAP).slice(0, index + 1)).toEqual(placeNotes(notes, GAP).slice(0, index + 1))
      }),
    )
  })

  it('finds by search exactly those that reach into the window', () => {
    fc.assert(
      fc.property(
        someNotes,
        fc.integer({ min: 0, max: 6000 }),
        fc.integer({ min: 1, max: 900 }),
        (notes, top, size) => {
          const tops = placeNotes(notes, GAP)
          const heights = notes.map(({ height }) => height)
          const { first, end } = notesWithin(tops, heights, { top, bottom: top + size })
          const wanted = tops.flatMap((at, index) => (at + heights[index]! >= top && at <= top + size ? [index] : []))
          expect(tops.map((_, index) => index).slice(first, end)).toEqual(wanted)
        },
      ),
    )
  })
})
