import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { JobControl } from '../../../src/main/archive/job-control.ts'
import { rebuildDerived } from '../../../src/main/archive/rebuild-derived.ts'
import { importArticle } from '../../../src/main/import/import-article.ts'
import { readDrafts } from '../../../src/main/import/read-drafts.ts'
import { draftsOnly } from '../../../src/main/import/read-source.ts'
import { rebuildDraft } from '../../../src/main/import/rebuild-draft.ts'
import { findSources } from '../../../src/main/import/sources/find-sources.ts'
import type { Draft } from '../../../src/main/import/draft.ts'
import { createStoredContent } from '../../../src/main/storage/reading/stored-content.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive } from '../../support/an-archive.ts'
import { collect } from '../../support/collect.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { valueOf } from '../../support/value-of.ts'

const CONTROL: JobControl = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
}
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)])
const SENTENCE = 'The harbour froze on Tuesday, and by Thursday the ferry stood in it like a house in a field.'

/** A page as browsers save it whole: a folder of its own lies beside it. */
async function savedPage(address: string | null): Promise<Draft> {
  const folder = tempDir()
  mkdirSync(join(folder, 'Ice_files'))
  writeFileSync(join(folder, 'Ice_files', 'ferry.jpg'), JPEG)
  writeFileSync(join(folder, 'Ice_files', 'look.css'), 'p { background: url("back ground.jpg") }')
  writeFileSync(join(folder, 'Ice_files', 'back ground.jpg'), JPEG)
  writeFileSync(join(folder, 'Ice_files', 'nobody asks for this.jpg'), JPEG)
  const saved = address === null ? '' : `<!-- saved from url=(0030)${address} -->`
  const body = `<p>${SENTENCE}</p>`.repeat(5)
  const page = `<!doctype html>${saved}<html lang="en">
    <link rel="stylesheet" href="Ice_files/look.css"><body><article><h1>Ice in the harbour</h1><figure>
    <img src="./Ice_files/ferry.jpg" alt="A ferry"><figcaption>The ferry.</figcaption></figure>${body}</article></body></html>`
  writeFileSync(join(folder, 'Ice.html'), page)
  const sources = valueOf(await findSources([join(folder, 'Ice.html')], process.stdin))
  const [item] = await collect(draftsOnly(readDrafts(sources)))
  if (item?.ok !== true) throw new Error('the page was not read')
  return item.draft
}

test.each([
  ['its address', 'https://example.org/2026/ice'],
  ['no address', null],
])('a saved page that states %s brings its pictures along, and keeps them when it is made anew', async (_, address) => {
  const archive = anArchive()
  const { ports } = archive
  const [report] = archive.bringIn(await savedPage(address)).reports
  const uid = report?.uid ?? ('' as never)
  expect(report).toMatchObject({ outcome: 'added' })
  expect(report?.notes.map(({ kind }) => kind)).not.toContain('missing-image')
  const before = ports.reading.article(uid)
  expect(before?.leadImage).toMatch(/^[0-9a-f]{64}$/)
  expect(before?.html).toContain(`src="/blob/${String(before?.leadImage)}"`)

  const files = beside(archive, uid)
  expect(files).toEqual([
    ['./Ice_files/ferry.jpg', 'image/jpeg'],
    ['Ice_files/back%20ground.jpg', 'image/jpeg'],
    ['Ice_files/look.css', 'text/css'],
  ])

  const remade = await rebuildDerived(
    ports,
    (original) => {
      const draft = rebuildDraft(original)
      const made = draft.ok ? importArticle(draft.value, ports) : draft
      if (!made.ok || made.value.rendition === null) return Promise.resolve(made)
      const rendition = { ...made.value.rendition, extractorVersion: '99' }
      return Promise.resolve({ ok: true, value: { ...made.value, rendition } })
    },
    CONTROL,
  )
  expect(valueOf(remade)).toMatchObject({ renewed: 1, failed: [] })
  expect(ports.reading.article(uid)?.html).toBe(before?.html)
  expect(ports.reading.article(uid)?.leadImage).toBe(before?.leadImage)
  expect(beside(archive, uid), 'what the original shows stays too').toEqual(files)
})

/** Address and kind of what an article's original shows from beside it. */
function beside(archive: ReturnType<typeof anArchive>, uid: ArticleUid): readonly unknown[] {
  const original = createStoredContent(archive.connection.database).original(uid, null)
  return (original?.files ?? []).map(({ address, mediaType }) => [address, mediaType])
}
