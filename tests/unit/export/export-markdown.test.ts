import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportMarkdown } from '../../../src/main/export/export-markdown.ts'
import type { Article } from '../../../src/shared/model/article.ts'
import { anAnnotation, aWholeArticle } from '../../support/an-exported-article.ts'
import { tempDir } from '../../support/temp-dir.ts'

async function* stream(articles: readonly Article[]): AsyncGenerator<Article> {
  for (const article of articles) {
    await Promise.resolve()
    yield article
  }
}

const exported = (articles: readonly Article[], folder: string, template: string | null = null) =>
  exportMarkdown(stream(articles), { folder, template })

test('each article becomes a file in a folder that is made', async () => {
  const folder = join(tempDir(), 'new', 'folder')
  const result = await exported([aWholeArticle({ title: 'One' }), aWholeArticle({ title: 'Two' })], folder)
  const files = [join(folder, 'One.md'), join(folder, 'Two.md')]
  expect(result).toEqual({ ok: true, value: { written: 2, files, notes: [] } })
  expect(readdirSync(folder)).toEqual(['One.md', 'Two.md'])
  expect(readFileSync(join(folder, 'Two.md'), 'utf8')).toContain('# Two\n')
})

test('titles that meet in one name are numbered, also where only case differs', async () => {
  const folder = tempDir()
  await exported(
    ['Same', 'same', 'Same?'].map((title) => aWholeArticle({ title })),
    folder,
  )
  expect(readdirSync(folder).toSorted()).toEqual(['Same (3).md', 'Same.md', 'same (2).md'])
})

test('the same export again replaces its own files', async () => {
  const folder = tempDir()
  const article = aWholeArticle({ title: 'One', html: '<article><p>Old.</p></article>' })
  await exported([article], folder)
  await exported([{ ...article, html: aWholeArticle({ html: '<article><p>New.</p></article>' }).html }], folder)
  expect(readdirSync(folder)).toEqual(['One.md'])
  expect(readFileSync(join(folder, 'One.md'), 'utf8')).toContain('New.')
})

const edited = (article: Article): Article => ({ ...article, standfirst: 'New.' })

test.each(['plain', 'obsidian', 'logseq'])(
  'by %s a file is replaced until it is edited, then kept',
  async (template) => {
    const folder = tempDir()
    const article = aWholeArticle({ title: 'One' })
    const other = template === 'logseq' ? { ...article, tags: ['new'] } : edited(article)
    const [path, second] = [join(folder, 'One.md'), join(folder, 'One (2).md')]
    await exported([article], folder, template)
    const first = readFileSync(path, 'utf8')
    expect(await exported([other], folder, template)).toMatchObject({ ok: true, value: { files: [path], notes: [] } })
    const newer = readFileSync(path, 'utf8')
    expect(newer).not.toBe(first)
    appendFileSync(path, 'a line of my own\n')
    const report = { files: [second], notes: ['One.md was edited; the new export is One (2).md'] }
    expect(await exported([article], folder, template)).toMatchObject({ ok: true, value: report })
    expect(readFileSync(path, 'utf8')).toBe(`${newer}a line of my own\n`)
    expect(readFileSync(second, 'utf8')).toBe(first)
  },
)

test('beside an edited file the same export again adds nothing, a changed one replaces its own', async () => {
  const folder = tempDir()
  const article = aWholeArticle({ title: 'One' })
  await exported([article], folder)
  appendFileSync(join(folder, 'One.md'), 'mine')
  await exported([article], folder)
  const second = join(folder, 'One (2).md')
  const { mtimeMs, ino } = statSync(second)
  await exported([article], folder)
  expect(statSync(second)).toMatchObject({ mtimeMs, ino })
  await exported([edited(article)], folder)
  expect(readFileSync(second, 'utf8')).toContain('New.')
  expect(readdirSync(folder).toSorted()).toEqual(['One (2).md', 'One.md'])
})

test('a file by a template without checksum is never overwritten by another content', async () => {
  const folder = tempDir()
  const template = join(tempDir(), 'own.liquid')
  writeFileSync(template, '{{ uid }} {{ standfirst }}')
  const article = aWholeArticle({ title: 'One' })
  await exported([article], folder, template)
  expect(await exported([article], folder, template)).toMatchObject({ value: { notes: [] } })
  expect(readdirSync(folder)).toEqual(['One.md'])
  const note = 'One.md carries no checksum and may have been edited; the new export is One (2).md'
  expect(await exported([edited(article)], folder, template)).toMatchObject({ value: { notes: [note] } })
  expect(readFileSync(join(folder, 'One.md'), 'utf8')).not.toContain('New.')
  expect(readFileSync(join(folder, 'One (2).md'), 'utf8')).toContain('New.')
})

test("a person's own note that links to the article is not taken for its export", async () => {
  const folder = tempDir()
  const article = aWholeArticle({ title: 'One' })
  writeFileSync(join(folder, 'One.md'), `See offprint://article/${article.uid}`)
  await exported([article], folder)
  expect(readFileSync(join(folder, 'One.md'), 'utf8')).toBe(`See offprint://article/${article.uid}`)
})

test('articles of one title keep their files when the export comes in another order', async () => {
  const folder = tempDir()
  const articles = ['a', 'b', 'c'].map((word) => aWholeArticle({ title: 'Same', standfirst: word }))
  await exported(articles, folder)
  const before = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  await exported(articles.toReversed(), folder)
  expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before)
})

test('a file of somebody else is never overwritten', async () => {
  const folder = tempDir()
  writeFileSync(join(folder, 'One.md'), 'my own words')
  mkdirSync(join(folder, 'One (2).md'))
  await exported([aWholeArticle({ title: 'One' })], folder)
  expect(readFileSync(join(folder, 'One.md'), 'utf8')).toBe('my own words')
  expect(readdirSync(folder).toSorted()).toEqual(['One (2).md', 'One (3).md', 'One.md'])
})

test('a folder that cannot be made or written to is a clear error', async () => {
  const file = join(tempDir(), 'file')
  writeFileSync(file, '')
  expect(await exported([aWholeArticle()], join(file, 'folder'))).toMatchObject({
    ok: false,
    error: { code: 'export/not-writable' },
  })
})

test.skipIf(process.getuid?.() === 0)('a folder without the right to write leaves nothing behind', async () => {
  const folder = tempDir()
  chmodSync(folder, 0o500)
  expect(await exported([aWholeArticle()], folder)).toMatchObject({ ok: false, error: { code: 'export/not-writable' } })
  expect(readdirSync(folder)).toEqual([])
})

test('a failure leaves no half file and no temporary one', async () => {
  const folder = tempDir()
  const template = join(tempDir(), 'fails.liquid')
  writeFileSync(template, '{{ title }}{% if title == "Two" %}{{ nonsense }}{% endif %} {{ uid }}')
  const result = await exported([aWholeArticle({ title: 'One' }), aWholeArticle({ title: 'Two' })], folder, template)
  expect(result).toMatchObject({ ok: false, error: { code: 'export/bad-template', details: { line: 1 } } })
  expect(readdirSync(folder)).toEqual(['One.md'])
})

test('a template that cannot be read or parsed is told before the folder is touched', async () => {
  const folder = join(tempDir(), 'out')
  const template = join(tempDir(), 'bad.liquid')
  writeFileSync(template, 'fine\n{% if title %}\nno end')
  expect(await exported([aWholeArticle()], folder, template)).toMatchObject({
    ok: false,
    error: { code: 'export/bad-template', details: { path: template, line: 2 } },
  })
  expect(await exported([aWholeArticle()], folder, join(folder, 'missing.liquid'))).toMatchObject({
    ok: false,
    error: { code: 'export/bad-template' },
  })
  expect(() => readdirSync(folder)).toThrow('ENOENT')
})

test('an article without title is named by what stands for it, one without text is noted', async () => {
  const folder = tempDir()
  const link = aWholeArticle({ title: null, label: 'https://a.example/b?c', text: '', html: '' })
  const result = await exported([link], folder)
  expect(readdirSync(folder)).toEqual(['https a.example b c.md'])
  expect(result).toMatchObject({ ok: true, value: { notes: [expect.stringContaining('link only') as unknown] } })
})

test.each(['plain', 'obsidian', 'logseq'])('%s carries quote, note, tags and deep link', async (flavour) => {
  const folder = tempDir()
  const highlight = anAnnotation(5, {
    exact: 'makes no sense to be in broken positions',
    note: 'Said by *Haidai*',
    tags: ['key quote'],
  })
  const article = aWholeArticle({ title: 'One', annotations: [highlight] })
  await exported([article], folder, flavour)
  const written = readFileSync(join(folder, 'One.md'), 'utf8')
  expect(written).toContain('> makes no sense to be in broken positions')
  expect(written).toContain('Said by *Haidai*')
  expect(written).toContain('#key-quote')
  expect(written).toContain('[Yellow](offprint://article/' + article.uid + '#' + highlight.uid + ')')
  expect(written).toContain(`uid:${flavour === 'logseq' ? ':' : ''} ${article.uid}`)
})
