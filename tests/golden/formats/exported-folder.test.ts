import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/core.ts'
import type { JobRunControl } from '../../../src/main/archive/job-runner.ts'
import type { Article } from '../../../src/shared/model/article.ts'
import { bodyText, NOT_BODY } from '../../../src/shared/text/body-text.ts'
import { aCore, articlesOf, importPath } from '../../support/an-import.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { valueOf } from '../../support/value-of.ts'

const TIDES = `<!doctype html><html lang="en"><head><title>Tides of the north</title>
<link rel="canonical" href="https://news.example/tides"><meta property="og:site_name" content="The Quay">
<meta name="author" content="Ana Ruiz, Bo Li">
<meta name="description" content="Twice a day the sea comes for the street."><meta property="article:published_time" content="2024-03-01T08:30:00+02:00"></head>
<body><article><h1>Tides of the north</h1><p class="standfirst">Twice a day the sea comes for the street.</p>
<p class="byline">Ana Ruiz, Bo Li</p>
<p>The harbour wall was built in three summers by men who were paid in salt, and *nobody* kept accounts of <em>any</em> of it.</p>
<h2>Notes</h2><p>Each of the notes says [so] in its own words: 3 < 4 &amp; 5 > 2, as the clerk of the works would write it.</p>
<blockquote><p>We were paid in salt.</p></blockquote>
<ul><li>one summer</li><li>another summer</li></ul>
<pre><code>wall(1)\n  stone()</code></pre>
<table><tr><th>Year</th><th>Stones</th></tr><tr><td>1871</td><td>4000</td></tr></table>
<p>The last of them left in autumn, when the water had reached the door of the custom house for the third time.</p>
</article></body></html>`

const PORT = `Спадщина порту

Гавань збудували за три літа люди, яким платили сіллю, і ніхто не вів рахунків.

Останні з них пішли восени, коли вода втретє сягнула дверей митниці.
`

const CONTROL: JobRunControl = {
  signal: new AbortController().signal,
  pause: () => Promise.resolve(),
  onProgress: () => undefined,
  onImport: () => undefined,
  resumed: () => Promise.resolve(),
}

/** An archive with a page, a text and a link, and what a person made of them. */
async function aWorkedArchive(): Promise<Core> {
  const core = aCore()
  const folder = tempDir()
  writeFileSync(join(folder, 'tides.html'), TIDES)
  writeFileSync(join(folder, 'port.txt'), PORT)
  writeFileSync(
    join(folder, 'links.csv'),
    'url,title,time_added,tags,status\nhttps://links.example/one,A link,1600000000,x,archive\n',
  )
  await importPath(core, folder)
  const { client } = core
  const all = await articlesOf(core)
  const [tides, port] = [all.get('Tides of the north'), all.get('Спадщина порту')]
  if (tides === undefined || port === undefined) throw new Error(`missing among ${[...all.keys()].join()}`)
  const asked = { article: tides.uid, prefix: '', suffix: '', place: null } as const
  const highlights = [
    {
      ...asked,
      quote: 'nobody* kept accounts of any',
      color: 'green',
      note: 'Who *then*?\n\n# Not a heading\n<b>so</b>',
      tags: ['quote'],
    },
    { ...asked, quote: 'so] in its own words: 3 < 4 & 5 > 2', color: 'purple', note: null, tags: [] },
    { ...asked, quote: 'paid in salt.\none summer', color: 'yellow', note: 'Over two blocks', tags: [] },
  ] as const
  for (const highlight of highlights) valueOf(await client.request('annotation.highlight', highlight))
  const note = '> They say so themselves\n\nOn the whole of it'
  valueOf(await client.request('annotation.note', { article: tides.uid, note }))
  valueOf(await client.request('annotation.note', { article: port.uid, note: 'Перевірити' }))
  valueOf(await client.request('article.tag', { articles: [tides.uid, port.uid], tag: 'sea-level', present: true }))
  valueOf(await client.request('article.collect', { articles: [tides.uid], path: ['Work', 'Walls'], present: true }))
  valueOf(await client.request('article.mark', { articles: [tides.uid], state: 'reading', starred: true }))
  valueOf(await client.request('article.correct', { uid: port.uid, field: 'byline', value: 'Оля Коваль', keep: true }))
  return core
}

async function exportTo(core: Core, template: string | null): Promise<string> {
  const to = join(tempDir(), 'out')
  const selection = { kind: 'query', query: '', except: [] } as const
  valueOf(await core.runners['export.run']({ selection, format: 'markdown', to, template }, CONTROL))
  return to
}

/** What a folder of Markdown holds of an article, in a form that is easily compared. */
function inShort(article: Article): Record<string, unknown> {
  const { uid, title, standfirst, byline, publication, published, url, added, language, state, starred } = article
  return {
    ...{ uid, title, standfirst, byline, publication, published, url, added, language, state, starred },
    tags: article.tags,
    collections: article.collections,
    // White space apart, which code and tables have more of.
    body: bodyText(article.text, article.parts, NOT_BODY).replaceAll(/\s+/g, ' ').trim(),
    annotations: article.annotations.map((one) => ({
      ...{ uid: one.uid, quote: one.quote, color: one.color, note: one.note, tags: one.tags },
      isPlaced: one.anchors[0]?.status,
    })),
  }
}

async function restored(core: Core, folder: string): Promise<readonly (readonly [Article, Article | undefined])[]> {
  const other = aCore()
  const report = await importPath(other, folder)
  expect(report.items.flatMap(({ reason }) => reason ?? [])).toEqual([])
  expect(report.items.flatMap(({ notes }) => notes).filter(({ kind }) => kind !== 'no-date')).toEqual([])
  const before = [...(await articlesOf(core)).values()]
  const after = new Map([...(await articlesOf(other)).values()].map((article) => [article.uid, article]))
  return before.map((article) => [article, after.get(article.uid)])
}

/** What a flavour does not hold, and so cannot give back. */
const LOST: Readonly<Record<string, (whole: Record<string, unknown>) => Record<string, unknown>>> = {
  plain: (whole) => whole,
  // Its properties know no seconds' fractions, and dates by the day; it names no pen of what has no place.
  obsidian: (whole) => ({
    ...whole,
    added: String(whole['added']).replace(/\.\d+Z$/, '.000Z'),
    published: typeof whole['published'] === 'string' ? whole['published'].slice(0, 10) : null,
  }),
  logseq: ({ uid, title, byline, publication, published, url, tags, annotations }) => ({
    ...{ uid, title, byline, publication, published, url, tags, annotations },
  }),
}

describe('a folder of our own export, imported into an empty archive', () => {
  test.each(Object.entries(LOST))('%s restores facts, marks, highlights, notes and words', async (template, held) => {
    const core = await aWorkedArchive()
    for (const [before, after] of await restored(core, await exportTo(core, template))) {
      expect(after && held(inShort(after))).toEqual(held(inShort(before)))
    }
  })
})

describe('a folder of our own export, imported where it came from', () => {
  test('adds nothing, and brings nothing back that was deleted since', async () => {
    const core = await aWorkedArchive()
    const folder = await exportTo(core, null)
    const annotations = [...(await articlesOf(core)).values()].flatMap((article) => article.annotations)
    const [first] = annotations
    if (first === undefined) throw new Error('no annotation')
    valueOf(await core.client.request('annotation.delete', { uids: [first.uid] }))
    const before = await articlesOf(core)
    const report = await importPath(core, folder)
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['already', 'already', 'already'])
    expect(await articlesOf(core)).toEqual(before)
  })

  test('one that was edited is a new version of its article; what was written below the notes is text', async () => {
    const core = await aWorkedArchive()
    const folder = await exportTo(core, null)
    const file = join(folder, readdirSync(folder).find((name) => name.startsWith('Tides')) ?? '')
    writeFileSync(file, `${readFileSync(file, 'utf8').replace('three summers', 'four summers')}\nWritten below.\n`)
    const report = await importPath(core, folder)
    expect(report.items.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'already', 'newVersion'])
    const after = (await articlesOf(core)).get('Tides of the north')
    expect(after?.text).toContain('four summers')
    expect(after?.text.trimEnd().endsWith('Written below.')).toBe(true)
    expect(after?.annotations).toHaveLength(4)
  })
})
