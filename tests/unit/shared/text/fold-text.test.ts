import { describe, expect, test } from 'vitest'
import { foldText, unfoldRange } from '../../../../src/shared/text/fold-text.ts'

const FOLDS = [
  ['plain ASCII stays, single spaces too', 'plain text', 'plain text'],
  ['white space runs become one space', 'a \n\t b\u00a0c\u3000d', 'a b c d'],
  ['typographic quotes become ASCII', '“don’t” „so“ «la» ‚x‘', `"don't" "so" "la" 'x'`],
  ['dashes of every length become one hyphen', 'a–b — c−d ‐ e', 'a-b - c-d - e'],
  ['typed dashes fold like drawn ones', 'a--b---c', 'a-b-c'],
  ['ligatures become letters', 'ﬁnd oﬃce ﬂy', 'find office fly'],
  ['the ellipsis becomes dots', 'so…', 'so...'],
  ['soft hyphens and zero-width characters vanish', 'hy\u00adphen\u200bate\ufeff', 'hyphenate'],
  ['an invisible character within white space does not make two spaces', 'a \u00ad b', 'a b'],
  ['direction marks vanish, the letters stay', '\u200fשלום\u200e', 'שלום'],
  ['case, accents and other scripts stay', 'Élan ВІЙНА 日本', 'Élan ВІЙНА 日本'],
  ['nothing folds to nothing', '', ''],
] as const

test.each(FOLDS)('%s', (_title, text, folded) => {
  expect(foldText(text).text).toBe(folded)
})

describe('the way back', () => {
  function unfolded(text: string, quote: string): string | undefined {
    const folded = foldText(text)
    const start = folded.text.indexOf(quote)
    const range = unfoldRange(folded, { start, end: start + quote.length })
    return range === undefined ? undefined : text.slice(range.start, range.end)
  }

  test.each([
    ['a  quote\nhere  b', 'quote here', 'quote\nhere'],
    ['say “so” now', '"so"', '“so”'],
    ['x ﬁnd y', 'find', 'ﬁnd'],
    ['in\u00adter\u00adest', 'interest', 'in\u00adter\u00adest'],
    ['a\u00ad b', 'a', 'a'],
    ['a \u00adb c', 'b', 'b'],
    ['\u200bab', 'ab', 'ab'],
    ['so…  end', '... end', '…  end'],
  ])('in %j the folded %j is %j', (text, quote, original) => {
    expect(unfolded(text, quote)).toBe(original)
  })

  test('half a ligature has no place', () => {
    expect(unfolded('ﬁnd', 'ind')).toBeUndefined()
  })
})
