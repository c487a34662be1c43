import { expect, test } from 'vitest'
import { createHtmlToMarkdown } from '../../../../src/main/export/markdown/html-to-markdown.ts'
import type { ReaderHtml } from '../../../../src/shared/model/identity.ts'

const convert = createHtmlToMarkdown()
const body = (html: string, withHeader = false): string =>
  convert(`<article>\n${html}\n</article>` as ReaderHtml, { withHeader })

test.each([
  ['paragraphs', '<p>One.</p>\n<p>Two.</p>', 'One.\n\nTwo.'],
  ['headings', '<h2>Part</h2>\n<h3>Sub</h3>', '## Part\n\n### Sub'],
  ['headings that end in #', '<h2>The C#</h2>', '## The C\\#'],
  ['emphasis', '<p><em>a</em> <strong>b</strong> <i>c</i> <s>d</s></p>', '*a* **b** *c* ~~d~~'],
  ['links', '<p><a href="https://a.example/">a</a></p>', '[a](https://a.example/)'],
  ['lists', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>', '-   a\n-   b'],
  ['code', '<pre>let a = 1\nb | c\n</pre>', '```\nlet a = 1\nb | c\n```'],
  ['code in code', '<pre><code>a\n```\nb</code></pre>', '````\na\n```\nb\n````'],
  ['quotations', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>', '> a\n> \n> b'],
  ['asides', '<aside>\n<h2>Box</h2>\n<p>What to know</p>\n</aside>', '> ## Box\n>\n> What to know'],
  ['captions', '<figure>\n<figcaption>A view (Someone)</figcaption>\n</figure>', 'A view (Someone)'],
  ['footers', '<footer>\n<p>A and B contributed.</p>\n</footer>', 'A and B contributed.'],
  ['definitions', '<dl>\n<dt>War</dt>\n<dd>Not peace</dd>\n</dl>', '**War**\n\nNot peace'],
  ['pictures', '<figure>\n<img src="/blob/abc" alt="A *ruin*">\n</figure>', 'A \\*ruin\\*'],
  ['what Markdown lacks', '<p>H<sub>2</sub>O</p>', 'H<sub>2</sub>O'],
])('%s', (_what, html, markdown) => {
  expect(body(html)).toBe(markdown)
})

test('text that looks like markup stays text', () => {
  expect(body('<p># not a heading</p>\n<p>- no item &lt;b&gt; *a* _b_ [c] a|b</p>')).toBe(
    '\\# not a heading\n\n\\- no item \\<b> \\*a\\* \\_b\\_ \\[c\\] a\\|b',
  )
})

test('a table keeps its rows and columns', () => {
  const rows = '<tr>\n<th>Year</th>\n<th>a|b</th>\n</tr>\n<tr>\n<td>2022</td>\n<td>one<br>\ntwo</td>\n</tr>'
  expect(body(`<table>\n<caption>Losses</caption>\n<tbody>\n${rows}\n</tbody>\n</table>`)).toBe(
    'Losses\n\n| Year | a\\|b |\n| --- | --- |\n| 2022 | one<br>two |',
  )
})

test('a table without header cells gets an empty header, short rows are filled', () => {
  const rows = '<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr><tr><td></td><td></td></tr>'
  expect(body(`<table><tbody>${rows}</tbody></table>`)).toBe('|  |  |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |\n|  |  |')
})

test('a table of one column is written as its text', () => {
  expect(body('<table><tbody><tr><td><h2>Part</h2>\n<p>One.</p>\n<p>Two.</p></td></tr></tbody></table>')).toBe(
    '## Part\n\nOne.\n\nTwo.',
  )
})

const sup = (name: string, text: string): string => `<sup id="o-r-${name}"><a href="#o-fn-${name}">${text}</a></sup>`
const back = (name: string, text = '↩'): string => `<a href="#o-r-${name}">${text}</a>`

test.each([
  [
    'in a list',
    `<p>A${sup('1', '1')} B${sup('2', '[2]')}.</p>\n<ol>\n<li id="o-fn-1">One. ${back('1')}</li>\n<li id="o-fn-2"><p>Two.</p>\n<p>More ${back('2')}</p></li>\n</ol>`,
    'A[^1] B[^2].\n\n[^1]: One.\n\n[^2]: Two.\n\n    More',
  ],
  [
    'in paragraphs that begin with their number',
    `<p>A${sup('1', '1')}</p>\n<p id="o-fn-1">${back('1', '[1]')} <em>One</em>.</p>`,
    'A[^1]\n\n[^1]: *One*.',
  ],
  [
    'whose way back leads to the paragraph of the reference',
    '<p id="o-r">A<sup><a href="#o-n">1</a></sup></p>\n<p id="o-n"><sup><a href="#o-r">1</a></sup> One</p>',
    'A[^1]\n\n[^1]: One',
  ],
  [
    'with the link around the number',
    '<p>A<a href="#o-n" id="o-r"><sup>1</sup></a></p>\n<ol>\n<li id="o-n">One <a href="#o-r">back</a></li>\n</ol>',
    'A[^1]\n\n[^1]: One',
  ],
  [
    'that refer to others',
    `<p>A${sup('1', '1')}</p>\n<ol>\n<li id="o-fn-1">^ ${back('1', 'a')} One${sup('2', '2')}</li>\n<li id="o-fn-2">Two ${back('2')}</li>\n</ol>`,
    'A[^1]\n\n[^1]: One[^2]\n\n[^2]: Two',
  ],
  [
    'two in one sup, one twice, and signs for numbers',
    '<p>A<sup><a href="#o-a">*</a>, <a href="#o-b">†</a></sup> B<sup><a href="#o-a">*</a></sup></p>\n<ul>\n<li id="o-a">One</li>\n<li id="o-b">Two</li>\n</ul>',
    'A[^1], [^2] B[^1]\n\n[^1]: One\n\n[^2]: Two',
  ],
])('footnotes %s', (_what, html, markdown) => {
  expect(body(html)).toBe(markdown)
})

test('a footnote whose text is not there is a number above the line, never part of the number before it', () => {
  expect(body('<p>In 2019<sup><a href="#o-n">12</a></sup> and<sup><a href="#o-n">[3]</a></sup></p>')).toBe(
    'In 2019¹² and³',
  )
})

test('a link within the article becomes its text', () => {
  expect(body('<p>See <a href="#o-part"><em>part</em> two</a>.</p>\n<h2 id="o-part">Two</h2>')).toBe(
    'See *part* two.\n\n## Two',
  )
})

test('the header is written only when asked for', () => {
  const html = '<header>\n<h1>Head</h1>\n</header>\n<p>Body.</p>'
  expect(body(html)).toBe('Body.')
  expect(body(html, true)).toBe('# Head\n\nBody.')
})

test('no HTML gives no Markdown', () => {
  expect(convert('' as ReaderHtml, { withHeader: true })).toBe('')
})
