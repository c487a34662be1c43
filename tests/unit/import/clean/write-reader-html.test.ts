import { describe, expect, it } from 'vitest'
import { writeReaderHtml } from '../../../../src/main/import/clean/write-reader-html.ts'
import { element, type Markup } from '../../../../src/main/import/markup.ts'
import { cleanOptions } from '../../../support/clean-options.ts'
import { markupOfHtml } from '../../../support/markup-of-dom.ts'

const blob = `/blob/${'b'.repeat(64)}`
const write = (content: readonly Markup[]) => writeReaderHtml(content, cleanOptions)
const inner = (content: readonly Markup[]): string =>
  write(content).html.slice('<article>'.length, -'</article>'.length)

describe('Reader HTML in normal form', () => {
  const cases: readonly (readonly [rule: string, source: string, written: string])[] = [
    ['collapses white space, also across inline borders', '<p> a <b> b </b> c\t\n</p>', '<p>a <b>b</b> c</p>\n'],
    ['keeps white space outside inline elements', '<p>a<b> b </b>c</p>', '<p>a <b>b</b> c</p>\n'],
    ['keeps no-break spaces', '<p>10\u00a0\u00a0km</p>', '<p>10\u00a0\u00a0km</p>\n'],
    ['escapes text', '<p>1 &lt; 2 &amp;amp; 3 &gt; 2</p>', '<p>1 &lt; 2 &amp;amp; 3 &gt; 2</p>\n'],
    ['drops NUL and controls, form feed is a space', '<p>a\u0000b\u0007c\fd</p>', '<p>abc d</p>\n'],
    ['composes', '<p>Zu\u0308rich</p>', '<p>Z\u00fcrich</p>\n'],
    [
      'ends every block, break and cell with a newline',
      'a<br>b<table><tr><td>c<td>d</table>',
      '<p>a<br>\nb</p>\n<table><tbody><tr><td>c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n',
    ],
    ['drops breaks at the ends of a block', '<p><br>a<br><br></p>', '<p>a</p>\n'],
    ['drops empty blocks and empty inline elements', '<p> </p><ul><li></li></ul><p>a<b></b></p>', '<p>a</p>\n'],
    ['keeps lines of pre, not the blank ones at its ends', '<pre>\n\n  a\r\n b\n</pre>', '<pre>  a\n b</pre>\n'],
    ['writes lines of code one below another', '<pre><div>a</div><div>b</div></pre>', '<pre>a\nb</pre>\n'],
    ['puts loose text into paragraphs', 'a<div>b<div>c</div></div>d', '<p>a</p>\n<p>b</p>\n<p>c</p>\n<p>d</p>\n'],
    ['moves inline elements into the blocks they hold', '<b>a<p>b</p></b>', '<p><b>a</b></p>\n<p><b>b</b></p>\n'],
    [
      'lets a list item keep its own line before a list',
      '<ul><li>a<ul><li>b</ul></ul>',
      '<ul><li>a\n<ul><li>b</li>\n</ul>\n</li>\n</ul>\n',
    ],
    ['gives a list to loose items', '<li>a</li><li>b</li>', '<ul><li>a</li>\n<li>b</li>\n</ul>\n'],
    ['gives an item to a list in a list', '<ol><ol><li>a</ol></ol>', '<ol><li><ol><li>a</li>\n</ol>\n</li>\n</ol>\n'],
    ['gives a table to loose cells', '<td>a</td>', '<table><tbody><tr><td>a</td>\n</tr>\n</tbody>\n</table>\n'],
    [
      'keeps empty cells in their columns',
      '<table><tr><td></td><td>a</td></tr></table>',
      '<table><tbody><tr><td></td>\n<td>a</td>\n</tr>\n</tbody>\n</table>\n',
    ],
    [
      'keeps spans, scope and caption',
      '<table><caption>c</caption><tr><th scope=COL colspan=2>a</table>',
      '<table><caption>c</caption>\n<tbody><tr><th colspan="2" scope="col">a</th>\n</tr>\n</tbody>\n</table>\n',
    ],
    ['holds a heading together', '<h2>a<div>b</div></h2>', '<h2>a b</h2>\n'],
    [
      'takes links apart that stand in links',
      '<a href="/1">a<i><a href="/2">b</a></i></a>',
      '<p><a href="https://example.org/1">a</a><i><a href="https://example.org/2">b</a></i></p>\n',
    ],
    [
      'keeps ruby',
      '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><rt>x</rt>',
      '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>x</p>\n',
    ],
    ['keeps terms and their definitions', '<dl><div><dt>a<dd>b</div></dl>', '<dl><dt>a</dt>\n<dd>b</dd>\n</dl>\n'],
    ['unfolds details', '<details><summary>a</summary>b</details>', '<p>a</p>\n<p>b</p>\n'],
    [
      'keeps a div for its direction or language alone',
      '<div dir=RTL style="x">a</div><div align=left>b</div>',
      '<div dir="rtl"><p>a</p>\n</div>\n<p>b</p>\n',
    ],
    [
      'keeps the six marks among classes',
      '<p class="x byline credit">a</p><p class="y">b</p>',
      '<p class="byline credit">a</p>\n<p>b</p>\n',
    ],
    [
      'renames',
      '<strike>a</strike> <tt>b</tt> <acronym title="c">c</acronym>',
      '<p><s>a</s> <code>b</code> <abbr title="c">c</abbr></p>\n',
    ],
    [
      'drops code, styles, players and controls with their content',
      '<p>a<script>b</script><style>c</style><button>d</button><video>e</video><svg><text>f</text></svg></p>',
      '<p>a</p>\n',
    ],
    ['unwraps what it does not know', '<x-card><x-title>a</x-title> b</x-card>', '<p>a b</p>\n'],
    [
      'makes links absolute',
      '<a href="../x?a=1&amp;b">a</a>',
      '<p><a href="https://example.org/x?a=1&amp;b">a</a></p>\n',
    ],
    [
      'drops links that lead nowhere or run code',
      '<a href="javascript:x">a</a><a href="#">b</a><a href="data:,">c</a>',
      '<p>abc</p>\n',
    ],
    [
      'keeps footnotes and their way back, and no other ids',
      '<p id=p>a<sup id=r1><a href="#n1">1</a></sup></p><ol><li id=n1>b <a href="https://example.org/news/story#r1">↩</a></li></ol>',
      '<p>a<sup id="o-r1"><a href="#o-n1">1</a></sup></p>\n<ol><li id="o-n1">b <a href="#o-r1">↩</a></li>\n</ol>\n',
    ],
    [
      'writes pictures of the archive',
      '<figure><img src="a.png" alt=\'"q"\'><figcaption>b</figcaption></figure>',
      `<figure><img alt="&quot;q&quot;" src="${blob}"><figcaption>b</figcaption>\n</figure>\n`,
    ],
    ['leaves out pictures that are not', '<p>a<img src="a.gif" alt="b"> c</p>', '<p>a c</p>\n'],
    ['writes rules', '<p>a<hr>b', '<p>a</p>\n<hr>\n<p>b</p>\n'],
    [
      'writes formulas without annotations',
      'x <math display=block href=z><semantics><mrow><mi> a </mi> <mo>=</mo><mn>1</mn></mrow><annotation>TeX</annotation></semantics></math>',
      '<p>x <math display="block"><semantics><mrow><mi>a</mi><mo>=</mo><mn>1</mn></mrow></semantics></math></p>\n',
    ],
    ['writes an empty article', ' <div> </div>', ''],
  ]
  it.each(cases)('%s', (_rule, source, written) => {
    expect(inner(markupOfHtml(source))).toBe(written)
  })
})

describe('The text of an article', () => {
  it('names header, asides and footer as parts', () => {
    const { text, parts } = write(
      markupOfHtml('<header><h1>H</h1></header><p>a</p><aside><p>s<aside>t</aside></aside><p>b</p><footer>f</footer>'),
    )
    expect(parts.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['header', 'H\n'],
      ['aside', 's\nt\n'],
      ['footer', 'f\n'],
    ])
    expect(text).toBe('H\n\na\ns\nt\n\nb\nf\n\n')
  })

  it('names captions as parts, but those inside another part', () => {
    const { text, parts } = write(
      markupOfHtml(
        '<figure><figcaption>c</figcaption></figure><p>a</p><aside><figure><figcaption>d</figcaption></figure></aside>',
      ),
    )
    expect(parts.map(({ kind, start, end }) => [kind, text.slice(start, end).trim()])).toEqual([
      ['caption', 'c'],
      ['aside', 'd'],
    ])
  })

  it('has a header at its beginning only, and a footer at the top level only', () => {
    const { html, parts } = write(markupOfHtml('<p>a</p><header>b</header><section>c<footer>d</footer></section>'))
    expect(parts).toEqual([])
    expect(html).toBe('<article><p>a</p>\n<p>b</p>\n<section><p>c</p>\n<p>d</p>\n</section>\n</article>')
  })

  it('has a header also after a picture or formula without words, and the same when it is read again', () => {
    const html = inner([element('math', []), element('header', ['Masthead'])])
    expect(html).toBe('<p><math></math></p>\n<header><p>Masthead</p>\n</header>\n')
  })

  it('joins characters that arrive in pieces', () => {
    expect(inner([element('p', ['e', '\u0301', ' \ud83d', '\ude00'])])).toBe('<p>\u00e9 \ud83d\ude00</p>\n')
  })

  it('replaces half characters', () => {
    expect(write([element('p', ['a\ud800b'])]).text).toBe('a\ufffdb\n')
  })

  it('has the same words whether or not the pictures were there', () => {
    const content = markupOfHtml('<p>a <img src="x.png" alt="alt"> b</p><figure><img src="y.png"></figure>')
    const without = writeReaderHtml(content, { ...cleanOptions, resourceUrl: () => null })
    expect(without.text.trimEnd()).toBe(write(content).text.trimEnd())
  })
})

describe('A hostile tree', () => {
  it.each(['div', 'section', 'b', 'ul', 'table', 'math', 'ruby', 'a', 'x'])(
    'of 100 000 nested <%s> is flattened',
    (name) => {
      let tree: Markup = 'deep'
      for (let level = 0; level < 100_000; level += 1) tree = element(name, [tree], { href: '/', dir: 'ltr' })
      const { html, text } = write([tree])
      expect(text.trim()).toBe('deep')
      expect(html.split('<').length).toBeLessThan(600)
    },
  )

  it('cannot name a picture of the archive itself, whatever its resolver answers', () => {
    const content = [element('img', [], { src: 'x' })]
    expect(writeReaderHtml(content, { baseUrl: null, resourceUrl: (url) => url }).html).toBe('<article></article>')
  })
})
