import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../../src/main/import/html/parse-page.ts'

function parse(html: string): Document {
  const result = parsePage(html)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('parsePage', () => {
  it.each([
    ['', '<html><head></head><body></body></html>'],
    ['hello <p>one<p>two', '<html><head></head><body>hello <p>one</p><p>two</p></body></html>'],
    ['<title>a</title>text<div>b</div>', '<html><head><title>a</title></head><body>text<div>b</div></body></html>'],
    ['<html><title>x</title><p>hi</html>', '<html><head><title>x</title></head><body><p>hi</p></body></html>'],
    [
      '<html><head></head><body>a</body><body>b</body></html>trailing',
      '<html><head></head><body>abtrailing</body></html>',
    ],
    [
      '<html><head><title>x</title><div>a</div>b<meta name="c"></head><body>d</body></html>',
      '<html><head><title>x</title><meta name="c"></head><body><div>a</div>bd</body></html>',
    ],
  ])('completes %j', (html, whole) => {
    expect(parse(html).documentElement.outerHTML).toBe(whole)
  })

  it('finds attributes written in capitals', () => {
    const page = parse('<BODY><A HREF="x.html" CLASS=Big>y</A></BODY>')
    const link = page.body.querySelector('a')
    expect(link?.getAttribute('href')).toBe('x.html')
  })

  it('loses no text of any markup', () => {
    const markup = fc.array(
      fc.constantFrom('<p>', '</p>', '<div>', '</div>', '<body>', '</html>', '<b>', 'word ', '<head>', '<td>'),
    )
    fc.assert(
      fc.property(markup, (pieces) => {
        const words = pieces.filter((piece) => piece === 'word ').length
        expect(parse(pieces.join('')).documentElement.textContent.split('word').length - 1).toBe(words)
      }),
    )
  })

  it.each(['', '<html><body>', '<!doctype html>\n<html lang="en"><head><title>a</title></head><body>'])(
    'refuses what is nested deeper than 512, below %j too',
    (head) => {
      expect(parsePage(`${head}${'<div>'.repeat(600)}x`)).toMatchObject({
        ok: false,
        error: { code: 'import/too-deep' },
      })
      expect(parsePage(`${head}${'<div>'.repeat(500)}x`).ok).toBe(true)
    },
  )
})
