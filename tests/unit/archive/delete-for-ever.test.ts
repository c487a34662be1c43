import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { correctField } from '../../../src/main/archive/correct-field.ts'
import { deleteForEver, emptyTrash } from '../../../src/main/archive/delete-for-ever.ts'
import {
  addArticleNote,
  deleteAnnotations,
  editAnnotation,
  tagAnnotation,
} from '../../../src/main/archive/edit-annotation.ts'
import { finishImportRun } from '../../../src/main/archive/import-run.ts'
import type { JobControl } from '../../../src/main/archive/job-control.ts'
import {
  collectArticles,
  restoreArticles,
  tagArticles,
  trashArticles,
} from '../../../src/main/archive/organise-articles.ts'
import { listGestures, undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import { verifyFile } from '../../../src/main/core/verify-file.ts'
import { joinSearch } from '../../../src/main/core/join-search.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive, aTextDraft, type TestArchive } from '../../support/an-archive.ts'
import { sha256 } from '../../support/prepared.ts'
import { stillClock } from '../../support/still-clock.ts'
import { unsteered } from '../../support/unsteered.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const KEPT = `Harbour reopens after the storm

The harbour of the old town reopened on Monday after five days of gales.`

/** Words that stand nowhere else; the body is short, so that the archive stores it as it is. */
const SECRETS = {
  title: 'Zyxomat',
  body: 'quixelbrunt',
  quote: 'vortigalm',
  note: 'plimsowex',
  earlierNote: 'grobnaquil',
  articleNote: 'thrackidor',
  deletedNote: 'wumpelnak',
  correction: 'Jexiporta',
  fileName: 'hrundelkov',
} as const

const control: JobControl = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
}

function secretText(): string {
  return `${SECRETS.title} wakes

The ${SECRETS.body} walked to the ${SECRETS.quote} and back again.`
}

/** An article with everything that can hold words of it, in a run of its own. */
function addSecret({ ports, bringIn }: TestArchive, text = secretText()): ArticleUid {
  const { run, reports } = bringIn(aTextDraft(text, { fileName: `${SECRETS.fileName}.txt` }))
  valueOf(finishImportRun(ports, run, { added: 1 }))
  const uid = reports[0]?.uid
  if (uid === null || uid === undefined) throw new Error('not added')
  const highlight = { article: uid, prefix: '', suffix: '', color: 'green', tags: ['kept tag'], place: null } as const
  const made = valueOf(
    addHighlight(ports, 'cli', { ...highlight, quote: SECRETS.quote, note: `once ${SECRETS.earlierNote}` }),
  )
  valueOf(editAnnotation(ports, 'cli', made.uid, { note: `now ${SECRETS.note}` }))
  valueOf(tagAnnotation(ports, 'cli', made.uid, { name: 'other tag', present: true }))
  const gone = valueOf(addHighlight(ports, 'cli', { ...highlight, quote: SECRETS.body, note: SECRETS.deletedNote }))
  valueOf(deleteAnnotations(ports, 'cli', [gone.uid]))
  valueOf(addArticleNote(ports, 'cli', { article: uid, note: SECRETS.articleNote }))
  valueOf(correctField(ports, 'cli', { article: uid, field: 'title', value: SECRETS.correction }))
  valueOf(tagArticles(ports, 'cli', [uid], { name: 'kept tag', present: true }))
  valueOf(collectArticles(ports, 'cli', [uid], { path: ['Kept'], present: true }))
  return uid
}

/** Two lines of one file may hold the same text and still be two items. */
function keyOf(id: string) {
  return { sourceHash: sha256(id), key: `s/${id}` }
}

/** Everything the archive's files hold, folded, so that tokens are found as well as words. */
function bytesOf({ connection }: TestArchive): string {
  const files = [connection.file, `${connection.file}-wal`, `${connection.file}-journal`]
  return files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'latin1').toLowerCase())
    .join()
}

function secretsIn(archive: TestArchive): readonly string[] {
  const bytes = bytesOf(archive)
  return Object.entries(SECRETS)
    .filter(([, word]) => bytes.includes(word.slice(0, 7).toLowerCase()))
    .map(([name]) => name)
}

function damages({ connection }: TestArchive): readonly unknown[] {
  return valueOf(verifyFile(connection.file, () => undefined)).damaged
}

async function deleteSecret(archive: TestArchive, uid: ArticleUid) {
  valueOf(trashArticles(archive.ports, 'cli', [uid]))
  return valueOf(await deleteForEver(archive.ports, [uid], control))
}

describe('deleting an article for ever', () => {
  it('leaves no word of it in the bytes of the archive, and an archive that verifies', async () => {
    const archive = anArchive()
    const kept = archive.addText(KEPT)
    const before = archive.ports.reading.article(kept)
    const uid = addSecret(archive)
    expect(secretsIn(archive)).toEqual(Object.keys(SECRETS))

    const report = await deleteSecret(archive, uid)

    expect(report).toEqual({ articles: 1, annotations: 2, versions: 1, blobs: 1, erased: true })
    expect(secretsIn(archive)).toEqual([])
    expect(damages(archive)).toEqual([])
    expect(archive.ports.reading.article(uid)).toBeUndefined()
    expect(archive.ports.reading.article(kept)).toEqual(before)
    const search = joinSearch(archive.connection.database, stillClock)
    const found = search.search({ query: 'harbour gales', match: 'all', limit: 5, offset: 0 })
    expect(found.hits.map((hit) => hit.uid)).toEqual([kept])
  })

  it('is refused for an article outside the Trash and for one that is not there, and then deletes nothing', async () => {
    const archive = anArchive()
    const kept = archive.addText(KEPT)
    const trashed = addSecret(archive)
    valueOf(trashArticles(archive.ports, 'cli', [trashed]))
    expect(errorOf(await deleteForEver(archive.ports, [trashed, kept], control))).toEqual({
      code: 'archive/not-in-trash',
      details: { uid: kept },
    })
    const strange = 'nobody' as ArticleUid
    expect(errorOf(await deleteForEver(archive.ports, [trashed, strange], control)).code).toBe(
      'archive/article-not-found',
    )
    expect(archive.ports.reading.article(trashed)).toBeDefined()
  })

  it('leaves nothing of it to undo, while what was done to others can still be taken back', async () => {
    const archive = anArchive()
    const { ports } = archive
    const kept = archive.addText(KEPT)
    const uid = addSecret(archive)
    valueOf(tagArticles(ports, 'cli', [kept, uid], { name: 'both', present: true }))
    await deleteSecret(archive, uid)
    expect(listGestures(ports, 10).map(({ kinds, changes }) => [kinds, changes])).toEqual([
      [['article-tag'], 1],
      [['import'], 1],
    ])
    valueOf(await undoGesture(ports, null, unsteered))
    expect(ports.reading.article(kept)?.tags).toEqual([])
    valueOf(await undoGesture(ports, null, unsteered))
    expect(ports.reading.article(kept)?.trashed).not.toBeNull()
    expect(errorOf(await undoGesture(ports, null, unsteered)).code).toBe('archive/nothing-to-undo')
    expect(damages(archive)).toEqual([])
  })

  it('keeps the log: every row of before, and an act that counts and says nothing else', async () => {
    const archive = anArchive()
    const uid = addSecret(archive)
    valueOf(trashArticles(archive.ports, 'cli', [uid]))
    const log = archive.connection.database.prepare('SELECT * FROM log ORDER BY seq')
    const before = log.all()
    valueOf(await deleteForEver(archive.ports, [uid], control))
    const after = log.all() as readonly {
      readonly action: string
      readonly subject: string
      readonly details: string
    }[]
    expect(after.slice(0, before.length)).toEqual(before)
    const acts = after.slice(before.length).map(({ action, details }) => [action, JSON.parse(details) as unknown])
    expect(acts).toEqual([
      ['article.purge', { annotations: 2, versions: 1, blobs: 1, changes: 13, importItems: 1 }],
      ['import.purge', {}],
    ])
  })

  it('lets the same file be brought in again as a new article', async () => {
    const archive = anArchive()
    const uid = addSecret(archive)
    await deleteSecret(archive, uid)
    const again = archive.bringIn(aTextDraft(secretText())).reports[0]
    expect(again?.outcome).toBe('added')
    expect(again?.uid).not.toBe(uid)
    expect(damages(archive)).toEqual([])
  })

  it('keeps the words and blobs that other articles hold', async () => {
    const archive = anArchive()
    const shared = archive.addText(KEPT, { service: 's', sourceId: '1', key: keyOf('1') })
    const twin = archive.addText(KEPT, { service: 's', sourceId: '2', key: keyOf('2') })
    expect(twin).not.toBe(shared)
    const words = archive.connection.database.prepare('SELECT term FROM search_vocabulary')
    const before = words.all()
    await deleteSecret(archive, twin)
    expect(words.all()).toEqual(before)
    expect(archive.ports.reading.article(shared)?.text).toContain('harbour')
    expect(damages(archive)).toEqual([])
  })

  it('keeps the request of an import run of which another article is left', async () => {
    const archive = anArchive()
    const { run, reports } = archive.bringIn(aTextDraft(KEPT), aTextDraft(secretText()))
    valueOf(finishImportRun(archive.ports, run, {}))
    const requests = archive.connection.database.prepare<[], string>('SELECT request FROM import_run').pluck()
    const [kept, gone] = reports.flatMap(({ uid }) => uid ?? [])
    if (kept === undefined || gone === undefined) throw new Error('not added')
    await deleteSecret(archive, gone)
    expect(requests.all()).toEqual(['{"paths":["test"]}'])
    await deleteSecret(archive, kept)
    expect(requests.all()).toEqual(['{"purged":true}'])
    expect(damages(archive)).toEqual([])
  })
})

describe('emptying the Trash', () => {
  it('deletes what lies there, in batches, and nothing else', async () => {
    const archive = anArchive()
    const { ports } = archive
    const kept = archive.addText(KEPT)
    const texts = Array.from({ length: 150 }, (_, index) =>
      aTextDraft(`Text ${String(index)}\n\nbrambulo${String(index)} was here.`),
    )
    const uids = archive.bringIn(...texts).reports.flatMap(({ uid }) => uid ?? [])
    valueOf(trashArticles(ports, 'cli', uids))
    const [restored, ...gone] = uids
    if (restored === undefined) throw new Error('not added')
    valueOf(restoreArticles(ports, 'cli', [restored]))
    const seen: (readonly [number, number | null])[] = []
    const report = valueOf(await emptyTrash(ports, { ...control, onProgress: (...at) => seen.push(at) }))
    expect(report).toMatchObject({ articles: gone.length, erased: true })
    expect(seen).toEqual([
      [64, 149],
      [128, 149],
      [149, 149],
    ])
    expect(ports.trash.list(10, 0)).toEqual({ total: 0, rows: [] })
    expect(ports.reading.article(kept)).toBeDefined()
    expect(
      bytesOf(archive)
        .match(/brambulo\d+/g)
        ?.every((word) => word === 'brambulo0'),
    ).toBe(true)
    expect(damages(archive)).toEqual([])
  })

  it('stopped before the end says that traces are left, and done once more leaves none', async () => {
    const archive = anArchive()
    const uid = addSecret(archive)
    valueOf(trashArticles(archive.ports, 'cli', [uid]))
    const abort = new AbortController()
    const stopping = {
      ...control,
      signal: abort.signal,
      onProgress: () => {
        abort.abort()
      },
    }
    expect(valueOf(await emptyTrash(archive.ports, stopping))).toMatchObject({ articles: 1, erased: false })
    expect(damages(archive)).toEqual([])
    expect(valueOf(await emptyTrash(archive.ports, control))).toMatchObject({ articles: 0, erased: true })
    expect(secretsIn(archive)).toEqual([])
  })
})
