import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { PartialDate } from '../../../src/shared/model/identity.ts'
import type { PreparedArticle } from '../../../src/main/archive/prepared-article.ts'
import type { Draft } from '../../../src/main/import/draft.ts'
import { importArticle } from '../../../src/main/import/import-article.ts'
import { sha256 } from '../../../src/main/import/steps/sha256.ts'
import { createAnalyser } from '../../../src/main/search/analyse.ts'
import { aDraft } from '../../support/import-builders.ts'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'
import { formsApart } from '../../support/forms-apart.ts'

const ports = { analyse: createAnalyser() }

function imported(draft: Draft): PreparedArticle {
  const result = importArticle(draft, ports)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function contentOf(draft: Draft): NonNullable<PreparedArticle['rendition']>['content'] {
  const { rendition } = imported(draft)
  if (rendition === null) throw new Error('a link only')
  return rendition.content
}

function inKind(kind: 'html' | 'markdown', text: string, overrides: Partial<Draft> = {}): Draft {
  return aDraft(text, {
    content: { kind, bytes: new TextEncoder().encode(text), declaredEncoding: null },
    ...overrides,
  })
}

const PARAGRAPH = 'The ships left the harbour in the evening, and nobody on the quay saw where they went. '.repeat(8)
// Long enough not to be taken for a placeholder.
const PICTURE = `data:image/png;base64,${Buffer.alloc(1500, 'picture').toString('base64')}`
const PAGE = `<!doctype html><html lang="en"><head><title>Ships leave</title>
<link rel="canonical" href="https://Example.org/ships?utm_source=x#top"></head>
<body><article><h1>Ships leave</h1><p>${PARAGRAPH}</p><p><a href="/more">More</a> ${PARAGRAPH}</p>
<figure><img src="${PICTURE}" width="400" height="300"><figcaption>A ship in the harbour</figcaption></figure>
<p>${PARAGRAPH}</p><figure><img src="/far.jpg"><figcaption>Far away</figcaption></figure><p>${PARAGRAPH}</p></article></body></html>`

describe('the road of one article', () => {
  test('facts, tags and collections are lines without control characters, wherever they were stated', () => {
    const evil = 'a\0b\u001b[2J\ud800'
    const facts = { title: evil, byline: evil, publication: evil, section: evil, standfirst: evil }
    const marks = { ...aDraft('x').marks, tags: [evil, '\u0007'], collections: [[evil, 'c'], ['\u0007']] }
    const stored = imported(aDraft(PARAGRAPH, { facts, marks }))
    expect(stored.rendition?.content).toMatchObject({
      title: 'ab[2J\ufffd',
      byline: 'ab[2J\ufffd',
      publication: 'ab[2J\ufffd',
      section: 'ab[2J\ufffd',
      standfirst: 'ab[2J\ufffd',
    })
    expect(stored.title).toBe('ab[2J\ufffd')
    expect(stored.marks).toMatchObject({ tags: ['ab[2J\ufffd'], collections: [['ab[2J\ufffd', 'c']] })
    const link = imported(aDraft('', { content: { kind: 'none' }, url: 'https://example.org/', facts, marks }))
    expect(link).toMatchObject({ title: 'ab[2J\ufffd', marks: { tags: ['ab[2J\ufffd'] } })
  })

  test('plain text: compressed forms, hashes and counts belong to the text that is stored', () => {
    const end = 'In the morning they were back, laden with fish, and all the town came down to see them and to buy.'
    const draft = aDraft(`Ships leave the harbour\n\n${PARAGRAPH}\n\n${end}`)
    const { rendition, analysed, original } = imported(draft)
    const content = rendition?.content
    expect(content?.text).toContain('nobody on the quay')
    expect(zstdDecompressSync(rendition?.textZstd ?? new Uint8Array()).toString()).toBe(content?.text)
    const dictionary = Buffer.from(content?.text ?? '')
    expect(zstdDecompressSync(rendition?.htmlZstd ?? new Uint8Array(), { dictionary }).toString()).toBe(content?.html)
    expect(rendition?.textSha256).toBe(sha256(content?.text ?? ''))
    expect(original?.sha256).toBe(draft.key.sourceHash)
    expect(content).toMatchObject({ language: 'en', direction: 'ltr', title: 'Ships leave the harbour' })
    expect(analysed).toMatchObject({ language: 'en' })
    expect(rendition?.fingerprint).toHaveLength(256)
  })

  test('the same bytes give the same article every time', () => {
    for (const draft of [aDraft(PARAGRAPH), inKind('html', PAGE), inKind('markdown', `# A\n\n${PARAGRAPH}`)]) {
      const [first, second] = [imported(draft), imported(structuredClone(draft))]
      expect(second).toEqual({ ...first, analysed: second.analysed })
      expect(second.analysed && formsApart(second.analysed)).toEqual(first.analysed && formsApart(first.analysed))
    }
  })

  test('a page: its URL, links made absolute against it, pictures kept or missed', () => {
    const { source, rendition, resources, notes } = imported(inKind('html', PAGE))
    expect(source).toMatchObject({
      url: 'https://example.org/ships?utm_source=x#top',
      canonicalUrl: 'https://example.org/ships',
    })
    expect(rendition?.content.html).toContain('href="https://example.org/more"')
    expect(rendition?.content.html).toContain(`src="/blob/${resources[0]?.blob.sha256 ?? 'none'}"`)
    const missing = { kind: 'missing-image', details: { count: 1, urls: ['https://example.org/far.jpg'] } }
    expect(notes.filter(({ kind }) => kind === 'missing-image')).toEqual([missing])
  })

  test('facts stated beside the text win, absent ones leave what was found', () => {
    const facts = { byline: 'Ann Lee', published: '2022-06' as PartialDate }
    const draft = inKind('html', PAGE, { facts, url: 'https://example.org/other' })
    expect(contentOf(draft)).toMatchObject({ title: 'Ships leave', ...facts })
    const { source, notes } = imported(draft)
    expect(source.url).toBe('https://example.org/other')
    expect(notes.map(({ kind }) => kind)).not.toContain('no-date')
  })

  test('front matter is stated too: facts, tags, URL, time of saving; marks become highlights', () => {
    const matter = '---\ntitle: Stated\ntags: [a, b]\nurl: https://example.org/m\nsaved: 2022-06-24T10:00:00Z\n---\n'
    const prepared = imported(inKind('markdown', `${matter}# Written\n\nIt ==counts== here.\n`))
    expect(prepared).toMatchObject({
      title: 'Stated',
      source: { url: 'https://example.org/m' },
      captured: '2022-06-24T10:00:00.000Z',
      marks: { tags: ['a', 'b'], highlights: [{ quote: 'counts' }] },
    })
  })

  test('a text whose title is stated keeps its first line in the body, unless that is the title', () => {
    const facts = { title: 'The title' }
    const first = contentOf(aDraft(`Short first line\n\n${PARAGRAPH}`, { facts }))
    expect(first).toMatchObject({ title: 'The title', parts: [] })
    expect(first.text.startsWith('Short first line')).toBe(true)
    const repeated = contentOf(aDraft(`THE TITLE\n\n${PARAGRAPH}`, { facts }))
    expect(repeated).toMatchObject({ title: 'The title', parts: [{ kind: 'header', start: 0 }] })
  })

  test('an item without text is a link only', () => {
    const draft = aDraft('', { content: { kind: 'none' }, original: null, url: 'https://example.org/a#x' })
    expect(imported({ ...draft, facts: { title: 'Later' } })).toMatchObject({
      title: 'Later',
      source: { url: 'https://example.org/a#x', canonicalUrl: 'https://example.org/a' },
      rendition: null,
      analysed: null,
      original: null,
    })
  })

  test('an empty text is a failure, an empty page of a known URL is a link that keeps its bytes', () => {
    expect(importArticle(aDraft(' \n\t'), ports)).toMatchObject({ ok: false, error: { code: 'import/empty' } })
    const shell = '<!doctype html><html><body><script>start()</script></body></html>'
    expect(importArticle(inKind('html', shell), ports)).toMatchObject({ ok: false, error: { code: 'import/empty' } })
    const known = imported(inKind('html', shell, { url: 'https://example.org/app' }))
    expect(known).toMatchObject({ rendition: null, original: { size: shell.length } })
  })

  test('words are those of the body, and search sees all but the header', () => {
    const prepared = imported(inKind('markdown', '# Four words of title\n\nFive words of the body.'))
    expect(prepared.rendition?.content.words).toBe(5)
    expect(prepared.analysed?.columns.body.split(' ')).toHaveLength(5)
  })

  test.skipIf(!hasSharedData)('the first real article comes out as its people wrote it', () => {
    const bytes = new Uint8Array(readFileSync(sharedData('articles/000_914a06ef86f6753b.txt')))
    const content = contentOf(aDraft('', { content: { kind: 'text', bytes, declaredEncoding: null } }))
    expect(content).toMatchObject({
      title: 'Ukraine retreats from Severodonetsk as Russia advances in the east',
      publication: 'The Washington Post',
      published: null,
      language: 'en',
    })
  })
})
