import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileTemplate } from '../../../../src/main/export/markdown/compile-template.ts'
import { DEFAULT_TEMPLATES, type DefaultTemplateName } from '../../../../src/main/export/markdown/default-templates.ts'
import { createArticleWriter } from '../../../../src/main/export/markdown/write-article.ts'
import type { Article } from '../../../../src/shared/model/article.ts'
import { anAnnotation, aWholeArticle } from '../../../support/an-exported-article.ts'

function write(article: Article, source: string = DEFAULT_TEMPLATES.plain): string {
  const template = compileTemplate('test', source)
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  const written = createArticleWriter(template.value)(article)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return written.value
}

const frontMatterOf = (markdown: string): unknown => parse(/^---\n(.*?)\n---\n/s.exec(markdown)?.[1] ?? '')

test('a whole article reads as its template says', () => {
  const article = aWholeArticle({
    title: '# Ukraine: "retreats"',
    standfirst: 'One of the *last* cities',
    byline: 'Alex Horton, Jeong',
    publication: 'The Washington Post',
    published: '2022-06-24',
    url: 'https://news.example/a',
    tags: ['war', 'key: value'],
    collections: ['Work/War'],
    html: '<article>\n<header>\n<h1>Ukraine</h1>\n</header>\n<p>It makes no sense.</p>\n</article>',
    annotations: [
      anAnnotation(9, { exact: 'no sense', color: 'red', tags: ['key quote'], note: 'Why?\n---\nReally' }),
      anAnnotation(3, { exact: 'makes' }),
      anAnnotation(null, { exact: 'gone', note: 'was here' }),
      anAnnotation(null, { quote: null, color: null, note: 'On the whole', anchors: [] }),
    ],
  })
  const [second, first, orphan, note] = article.annotations.map(({ uid }) => `offprint://article/${article.uid}#${uid}`)
  const [head, text] = write(article).split('\n---\n')
  expect(frontMatterOf(`${String(head)}\n---\n`)).toEqual({
    title: '# Ukraine: "retreats"',
    author: ['Alex Horton', 'Jeong'],
    publication: 'The Washington Post',
    published: '2022-06-24',
    url: 'https://news.example/a',
    added: '2026-11-23T08:00:00.000Z',
    language: 'en',
    tags: ['war', 'key: value'],
    collections: ['Work/War'],
    uid: article.uid,
    link: `offprint://article/${article.uid}`,
    checksum: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
  })
  expect(text).toBe(
    `
# \\# Ukraine: "retreats"

*One of the \\*last\\* cities*

Alex Horton, Jeong

It makes no sense.

## Highlights

> makes

[Yellow](${String(first)})

> no sense

Why?
\\---
Really

[Red](${String(second)}) · #key-quote

## Notes

On the whole

[Note](${String(note)})

## Highlights without a place in the present text

> gone

was here

[Yellow](${String(orphan)})
`,
  )
})

test('a bare article has no empty sections', () => {
  const article = aWholeArticle({ title: null, language: null })
  expect(write(article).replace(/"[0-9a-f]{16}"/, 'SUM')).toBe(
    `---\nadded: "2026-11-23T08:00:00.000Z"\nuid: ${article.uid}\nlink: offprint://article/${article.uid}\nchecksum: SUM\n---\n\nA sentence.\n`,
  )
})

test.each([
  'no',
  '2022',
  '1e3',
  '~',
  '- a',
  'a: b # c',
  '---',
  'it\'s "quoted"',
  'line\nbreak\n---\n',
  '{{ 7 | times: 6 }}',
  '\u202eabc',
  '#',
  '!!js/function',
])('the title %j comes back from the front matter as it was', (title) => {
  expect(frontMatterOf(write(aWholeArticle({ title })))).toMatchObject({ title })
})

test('Obsidian gets tags and dates as it takes them, plain keeps what the source said', () => {
  const article = aWholeArticle({
    published: '2022-06-24T10:30:00+02:00',
    tags: ['to read', '2024', '#done', 'To/Read it', 'to-read', '!!'],
    annotations: [anAnnotation(0, { tags: ['2024', '#key quote', '!!'] })],
  })
  const written = write(article, DEFAULT_TEMPLATES.obsidian)
  expect(frontMatterOf(written)).toMatchObject({
    published: '2022-06-24',
    added: '2026-11-23T08:00:00',
    tags: ['to-read', 'y2024', 'done', 'To/Read-it'],
  })
  expect(written).toMatch(/\) #y2024 #key-quote *\n/)
  expect(frontMatterOf(write(article))).toMatchObject({ published: article.published, tags: article.tags })
})

test.each(['2022', '2022-06', '2022-06-24'])('the date %s is as long for Obsidian as it is known', (published) => {
  expect(frontMatterOf(write(aWholeArticle({ published }), DEFAULT_TEMPLATES.obsidian))).toMatchObject({ published })
})

test.each(Object.keys(DEFAULT_TEMPLATES) as DefaultTemplateName[])('%s never evaluates what articles say', (name) => {
  const evil = '{{ 7919 | times: 6841 }}{% assign x = 1 %}'
  const article = aWholeArticle({ title: evil, annotations: [anAnnotation(0, { exact: evil, note: evil })] })
  // A product that no checksum has by chance.
  expect(write(article, DEFAULT_TEMPLATES[name])).not.toContain('54173879')
})

test('a rejected place counts as none', () => {
  const [anchor] = anAnnotation(3).anchors
  if (anchor === undefined) throw new Error('no anchor')
  const rejected = anAnnotation(3, { exact: 'wrong place', anchors: [{ ...anchor, status: 'rejected' }] })
  expect(write(aWholeArticle({ annotations: [rejected] }))).toContain('without a place in the present text\n\n> wrong')
})

test('passages of several lines stay in their quotation', () => {
  const article = aWholeArticle({ annotations: [anAnnotation(0, { exact: 'one\n# two\n\nthree' })] })
  expect(write(article)).toContain('> one\\\n> \\# two\n>\n> three\n')
})

test.each([
  ['an open tag', 'a\nb {% for x in tags %}', 2],
  ['an unknown tag', '{% nonsense %}', 1],
  ['an output without end', 'a\n\n{{ title', 3],
  ['an unknown filter', 'a\n{{ title | shout }}', 2],
  ['an unknown name', 'a\nb\n{{ author }}', 3],
  ['a file of the disk', '{% include "/etc/passwd" %}', 1],
  ['inherited properties', '{{ title.constructor }}', 1],
  ['a row that fills the memory', '{% for i in (1..1000000000) %}x{% endfor %}', 1],
  ['a text that doubles', "{% assign a = 'x' %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}", 1],
])('%s in a template is an error with its line', (_what, source, line) => {
  const template = compileTemplate('mine.liquid', source)
  const result = template.ok ? createArticleWriter(template.value)(aWholeArticle()) : template
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'export/bad-template', details: { path: 'mine.liquid', line } },
  })
})
