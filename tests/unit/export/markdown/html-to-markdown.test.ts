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

test('the header is written only when asked for', () => {
  const html = '<header>\n<h1>Head</h1>\n</header>\n<p>Body.</p>'
  expect(body(html)).toBe('Body.')
  expect(body(html, true)).toBe('# Head\n\nBody.')
})

test('no HTML gives no Markdown', () => {
  expect(convert('' as ReaderHtml, { withHeader: true })).toBe('')
})
