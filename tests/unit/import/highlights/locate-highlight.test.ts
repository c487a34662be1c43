import { describe, expect, test } from 'vitest'
import { openHighlights } from '../../../../src/main/import/highlights/locate-highlight.ts'

const PAGE = `<div><h1>The <em>harbour</em></h1>
<p>One ship came &amp; went.</p>
<p>One ship came &amp; <b>stayed</b> 😀 for long.</p>
<table><tr><td>tons</td><td>12</td></tr></table></div>`

type Point = readonly [path: string, offset: number]

const between = ([start, startOffset]: Point, [end, endOffset]: Point, unit: 'utf16' | 'code-points' = 'utf16') =>
  ({ kind: 'xpath', start, startOffset, end, endOffset, unit }) as const

describe('a place by XPath', () => {
  test.each([
    ['within one element', between(['/div[1]/p[2]', 0], ['/div[1]/p[2]', 8]), 'One ship'],
    ['over an entity, where the parser parts the text', between(['/div[1]/p[2]', 9], ['/div[1]/p[2]', 15]), 'came &'],
    ['from one element into another', between(['/div[1]/h1[1]', 4], ['/div[1]/p[1]', 3]), 'harbour\nOne'],
    ['to text nodes', between(['/div/p[2]/text()[1]', 9], ['/div/p[2]/b/text()', 6]), 'came & stayed'],
    ['relative, without a slash', between(['div/p[2]/b[1]', 0], ['div/p[2]/b[1]', 6]), 'stayed'],
    [
      'absolute, names in capitals',
      between(['/HTML[1]/BODY[1]/DIV[1]/P[2]/B[1]', 0], ['/html/body/div/p[2]/b', 4]),
      'stay',
    ],
    [
      'through a tbody that only browsers add',
      between(['/div/table/tbody/tr/td[2]', 0], ['/div/table/tbody/tr/td[2]', 2]),
      '12',
    ],
    ['in code points after an emoji', between(['/div/p[2]', 25], ['/div/p[2]', 28], 'code-points'), 'for'],
  ])('%s', (_what, place, exact) => {
    expect(openHighlights(PAGE)({ quote: null, place })?.exact).toBe(exact)
  })

  test('tells which of two equal passages is meant', () => {
    const place = between(['/div/p[2]', 0], ['/div/p[2]', 13])
    const found = openHighlights(PAGE)({ quote: 'One ship came', place })
    expect(found?.suffix.startsWith(' & stayed')).toBe(true)
    expect(found?.prefix.endsWith('went.\n')).toBe(true)
  })

  test('that leads past the end of its element is none', () => {
    expect(openHighlights(PAGE)({ quote: null, place: between(['/div/p[2]', 0], ['/div/p[2]', 999]) })).toBeNull()
    expect(
      openHighlights(PAGE)({ quote: null, place: between(['/div/p[2]', 0], ['/div/p[2]', 35], 'code-points') }),
    ).toBeNull()
  })

  test('over blocks that nothing parts in the tree: lines in the words, as in our texts', () => {
    const locate = openHighlights('<p>One two.</p><ul><li>Three</li><li>four five</li></ul>')
    const place = between(['/ul/li[1]', 0], ['/ul/li[2]', 4])
    expect(locate({ quote: null, place })).toEqual({ exact: 'Three\nfour', prefix: 'One two.\n', suffix: ' five' })
    expect(locate({ quote: 'Three\n\nfour', place })).toMatchObject({ exact: 'Three\n\nfour', prefix: 'One two.\n' })
  })

  test('an id may stand first', () => {
    const html = '<div><p id="a.b">One.</p><section id="x"><p>No.</p><p>Two words.</p></section></div>'
    const place = between(['//*[@id="x"]/p[2]', 4], ['//*[@id="x"]/p[2]', 9])
    expect(openHighlights(html)({ quote: 'words', place })).toMatchObject({ exact: 'words', prefix: 'One.\nNo.\nTwo ' })
  })
})

describe('a place by offsets', () => {
  test.each([
    ['UTF-16', { kind: 'offsets', start: 3, end: 7, unit: 'utf16' }],
    ['code points', { kind: 'offsets', start: 2, end: 6, unit: 'code-points' }],
  ] as const)('in %s', (_unit, place) => {
    expect(openHighlights('<p>😀 ship</p>')({ quote: null, place })?.exact).toBe('ship')
  })
})

describe('a place by EPUB CFI', () => {
  // The example of the specification, chapter 01.
  const CHAPTER =
    `<html><head><title>…</title></head><body id="body01"><p>…</p><p>…</p><p>…</p><p>…</p>` +
    `<p id="para05">xxx<em>yyy</em>0123456789</p><p>…</p></body></html>`
  test.each([
    ['a range with what both ends share', 'epubcfi(/6/4[chap01ref]!/4[body01]/10[para05],/2/1:1,/3:4)', null, 'yy0123'],
    ['two ends', 'epubcfi(/6/4!/4/10/3:3)', 'epubcfi(/6/4!/4/10/3:6)', '345'],
    ['Calibre’s, with one more step and no way through the package', '/2/4/10/1:0', '/2/4/10/2/1:2', 'xxxyy'],
    ['escaped marks in assertions', 'epubcfi(/6/4!/4/10[a^]b^,c],/1:0,/1:3)', null, 'xxx'],
  ])('%s', (_what, start, end, exact) => {
    expect(openHighlights(CHAPTER)({ quote: null, place: { kind: 'cfi', start, end } })?.exact).toBe(exact)
  })
})

describe('the place is checked against the quote', () => {
  const locate = openHighlights('<p>It was the best of times,\n  it was the worst of times.</p><p>It was  the end.</p>')

  test('white space and typography may differ', () => {
    const found = locate({ quote: 'times, it was', place: between(['/p[1]', 19], ['/p[1]', 34]) })
    expect(found).toMatchObject({
      exact: 'times, it was',
      prefix: 'It was the best of ',
      suffix: ' the worst of times.\nIt was  the end.',
    })
  })

  test('one that says something else gives way to the quote', () => {
    const found = locate({ quote: 'the worst of times', place: between(['/p[2]', 0], ['/p[2]', 6]) })
    expect(found).toMatchObject({ exact: 'the worst of times', suffix: '.\nIt was  the end.' })
  })

  test.each([
    ['leads nowhere', between(['/div[9]/p[1]', 0], ['/p[1]', 4])],
    ['is no path', between(['p[[', 0], ['//', 4])],
    ['ends before it begins', between(['/p[1]', 9], ['/p[1]', 4])],
    ['has offsets that are none', between(['/p[1]', Number.NaN], ['/p[1]', -3])],
    ['is not there', null],
  ])('one that %s: the quote alone', (_what, place) => {
    expect(locate({ quote: 'the best', place })).toMatchObject({ exact: 'the best', prefix: 'It was ' })
    expect(locate({ quote: 'of none of it', place })).toEqual({ exact: 'of none of it', prefix: '', suffix: '' })
    expect(locate({ quote: ' ', place })).toBeNull()
  })
})
