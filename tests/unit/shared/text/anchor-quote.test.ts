import { describe, expect, test } from 'vitest'
import { anchorQuote } from '../../../../src/shared/text/anchor-quote.ts'
import { describeQuote } from '../../../../src/shared/text/describe-quote.ts'
import { prepareText } from '../../../../src/shared/text/prepare-text.ts'

const bare = (exact: string) => ({ exact, prefix: '', suffix: '' })

function quoteAt(text: string, exact: string, from = 0) {
  const start = text.indexOf(exact, from)
  const end = start + exact.length
  return { quote: describeQuote(text, start, end), hint: { start, end, textLength: text.length } }
}

describe('by position', () => {
  test('on the same text the passage itself is found, even among twins', () => {
    const text = 'row\nrow\nrow\nrow'
    expect(anchorQuote({ text, ...quoteAt(text, 'row', 7) })).toEqual({
      start: 8,
      end: 11,
      strategy: 'position',
      score: 1,
    })
  })

  test('a twin pushed to the old position is not taken for the passage', () => {
    const old = 'alpha: the value is set\nbeta: the value is set\n'
    const renewed = 'omega: the value is set,\nalpha: the value is set\nbeta: the value is set\n'
    const { quote, hint } = quoteAt(old, 'the value is set')
    const match = anchorQuote({ text: renewed, quote, hint })
    expect(match).toMatchObject({ start: renewed.indexOf('alpha: ') + 7, strategy: 'context' })
  })
})

describe('by quote', () => {
  test('a quote that stands once is found without any context', () => {
    expect(anchorQuote({ text: 'It makes no sense to be there.', quote: bare('makes no sense') })).toEqual({
      start: 3,
      end: 17,
      strategy: 'quote',
      score: 1,
    })
  })

  test('a passage moved away from all its context is found', () => {
    const old = 'First sentence here. A passage of its own. Last sentence here.'
    const text = 'Something new. Last sentence here, again. A passage of its own'
    expect(anchorQuote({ text, ...quoteAt(old, 'A passage of its own') })).toMatchObject({ start: 42, score: 1 })
  })

  test('one short word without any of its context is an orphan', () => {
    const { quote, hint } = quoteAt('They fled the war.', 'war')
    expect(anchorQuote({ text: 'A new text which says: "war!"', quote, hint })).toBeNull()
  })

  test('among several the prefix decides', () => {
    const text = 'red apple, green apple, blue apple'
    const match = anchorQuote({ text, quote: { exact: 'apple', prefix: 'green ', suffix: '' } })
    expect(match).toEqual({ start: 17, end: 22, strategy: 'context', score: 1 })
  })

  test('among several the suffix decides', () => {
    const text = 'apple pie, apple tart, apple cake'
    expect(anchorQuote({ text, quote: { exact: 'apple', prefix: '', suffix: ' tart' } })?.start).toBe(11)
  })

  test('equal context and a place clearly nearest decide, with a low score', () => {
    const twin = 'Exactly the same long paragraph stands here twice, with the same words around it.\n'
    const old = `${twin}${'x'.repeat(500)}\n${twin}`
    const text = `!${old}`
    const { quote, hint } = quoteAt(old, 'stands here', 300)
    expect(anchorQuote({ text, quote, hint })).toEqual({
      start: hint.start + 1,
      end: hint.end + 1,
      strategy: 'context',
      score: 0.5,
    })
  })

  test('several places with nothing to tell them apart are an orphan', () => {
    expect(anchorQuote({ text: 'yes or yes', quote: bare('yes') })).toBeNull()
    const hint = { start: 5, end: 8, textLength: 13 }
    expect(anchorQuote({ text: 'yes. or so. yes', quote: bare('yes'), hint })).toBeNull()
  })
})

describe('folded', () => {
  test.each([
    ['quotation marks', 'She said “we can’t” twice.', `said "we can't" twice`, 'said “we can’t” twice'],
    ['white space', 'broken\n  positions\u00a0there', 'broken positions there', 'broken\n  positions\u00a0there'],
    ['dashes', 'the front—if there is one—moved', 'front--if there is one--moved', 'front—if there is one—moved'],
    ['ligatures', 'The oﬃcial ﬁrst draft', 'official first draft', 'oﬃcial ﬁrst draft'],
    ['soft hyphens', 'Donau\u00addampf\u00adschiff', 'Donaudampfschiff', 'Donau\u00addampf\u00adschiff'],
    ['decomposed letters in the quote', 'Le café était fermé', 'cafe\u0301 e\u0301tait', 'café était'],
    ['white space around the quote', 'one. Two three four. five', '\nTwo three  four.\n', 'Two three four.'],
    ['Arabic with direction marks', 'قال الرئيس\u200f إن الحرب', 'الرئيس إن الحرب', 'الرئيس\u200f إن الحرب'],
  ])('%s may differ', (_what, text, exact, found) => {
    const match = anchorQuote({ text, quote: bare(exact) })
    expect(match).toMatchObject({ strategy: 'folded', score: 0.95 })
    expect(text.slice(match?.start, match?.end)).toBe(found)
  })

  test('context decides between folded places, itself folded', () => {
    const text = 'The “old” rule  is gone. The “new” rule  is here.'
    const match = anchorQuote({ text, quote: { exact: 'rule is', prefix: '"new" ', suffix: '' } })
    expect(match).toMatchObject({ start: text.lastIndexOf('rule'), strategy: 'folded' })
  })
})

describe('orphans', () => {
  test.each([
    ['a deleted passage', 'Nothing of it is left.', 'a passage that was deleted'],
    ['an empty quote', 'Some text.', ''],
    ['white space alone', 'Sometext.', ' \n '],
    ['half a surrogate pair', 'smile 😀 smile', '\ude00 smile'],
    ['any quote in an empty text', '', 'quote'],
  ])('%s is an orphan', (_what, text, exact) => {
    expect(anchorQuote({ text, quote: bare(exact) })).toBeNull()
  })
})

test('a prepared text folds once and answers the same', () => {
  const prepared = prepareText('He said “never” and left.')
  expect(anchorQuote({ text: prepared, quote: bare('"never" and') })).toMatchObject({ start: 8, strategy: 'folded' })
  expect(prepared.folded()).toBe(prepared.folded())
  expect(prepareText(prepared)).toBe(prepared)
})

test('a thousand quotes in a text of two million characters take seconds, not minutes', () => {
  const text = Array.from({ length: 40_000 }, (_, index) => `Sentence “${String(index)}” is one—of very many.`).join(
    '\n',
  )
  expect(text.length).toBeGreaterThan(1_500_000)
  const prepared = prepareText(text)
  const found = Array.from({ length: 1000 }, (_, index) =>
    anchorQuote({ text: prepared, quote: bare(`Sentence "${String(index * 39)}" is one-of`) }),
  )
  expect(found.every((match) => match?.strategy === 'folded')).toBe(true)
}, 60_000)
