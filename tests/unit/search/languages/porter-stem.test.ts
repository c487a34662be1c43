import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import { porterStem } from '../../../../src/main/search/languages/porter-stem.ts'

const ENDINGS = (
  's es ed ing eed sses ies y ay ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness ' +
  'fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ' +
  'ment ent ou ism ate iti ous ive ize sion tion ion e ll'
).split(' ')

function lunrStem(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString()
}

describe("Porter's stem", () => {
  it.each([
    ['running', 'run'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['agreed', 'agre'],
    ['yes', 'ye'],
    ['relational', 'relat'],
    ['adoption', 'adopt'],
    ['ion', 'ion'],
    ['controlling', 'control'],
    ['sky', 'ski'],
  ])('of %s is %s', (word, stem) => {
    expect(porterStem(word)).toBe(stem)
  })

  it("is lunr's, whatever the letters and endings", () => {
    const letters = fc.stringMatching(/^[aeiouybcdlstxzw]{0,6}$/)
    const ending = fc.constantFrom('', ...ENDINGS)
    const word = fc.tuple(letters, ending, ending).map((parts) => parts.join(''))
    fc.assert(
      fc.property(word, (one) => {
        expect(porterStem(one)).toBe(lunrStem(one))
      }),
      { numRuns: 5_000 },
    )
  })
})
