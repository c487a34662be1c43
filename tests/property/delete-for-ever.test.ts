import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { addArticleNote } from '../../src/main/archive/edit-annotation.ts'
import { emptyTrash } from '../../src/main/archive/delete-for-ever.ts'
import { trashArticles } from '../../src/main/archive/organise-articles.ts'
import { verifyFile } from '../../src/main/core/verify-file.ts'
import { anArchive, aTextDraft } from '../support/an-archive.ts'
import { valueOf } from '../support/value-of.ts'

const ARTICLES = 400
/** Words of many languages and lengths, so that index and tables grow over many pages. */
const COMMON = ['harbour', 'Gärten', 'журналист', 'été', 'water', 'running', 'runs', '経済', 'كتاب', 'lʼhomme', 'naïve']

/** A word that stands in one article alone, and begins like no other: FTS5 stores only what differs from the word before. */
function mark(index: number): string {
  const digits = createHash('sha256').update(String(index)).digest('hex').slice(0, 16)
  return digits.replaceAll(/\d/g, (digit) => 'qwxzvkjpyb'[Number(digit)] ?? '')
}

/** What of a mark stands in the file in one piece, whatever stands before it. */
function tail(index: number): string {
  return mark(index).slice(5)
}

function text(index: number): string {
  const filler = Array.from({ length: 20 + ((index * 37) % 180) }, (_, at) => COMMON[(index + at * at) % COMMON.length])
  return `${mark(index)} title\n\n${filler.join(' ')} ${mark(index)}. ${filler.toReversed().join(' ')}`
}

it('of many articles some leave no byte of theirs behind, and the others lose none', async () => {
  const { ports, connection, bringIn } = anArchive()
  const drafts = Array.from({ length: ARTICLES }, (_, index) =>
    aTextDraft(text(index), { fileName: `${String(index)}.txt` }),
  )
  const uids = bringIn(...drafts).reports.flatMap(({ uid }) => uid ?? [])
  for (const [index, article] of uids.entries()) {
    valueOf(addArticleNote(ports, 'cli', { article, note: `${mark(index)} noted` }))
  }
  const words = () => connection.database.prepare<[], string>('SELECT term FROM search_vocabulary').pluck().all()
  const before = words()
  const isGone = (index: number): boolean => (index * 7919) % 10 < 4
  valueOf(
    trashArticles(
      ports,
      'cli',
      uids.filter((_, index) => isGone(index)),
    ),
  )
  const control = { signal: new AbortController().signal, onProgress: () => undefined, pause: () => Promise.resolve() }
  expect(valueOf(await emptyTrash(ports, control))).toMatchObject({ erased: true })

  const bytes = readFileSync(connection.file, 'latin1').toLowerCase()
  const left = uids.flatMap((_, index) => (isGone(index) && bytes.includes(tail(index)) ? [mark(index)] : []))
  expect(left).toEqual([])
  expect(uids.filter((_, index) => !isGone(index) && !bytes.includes(tail(index)))).toEqual([])
  const gone = new Set(uids.flatMap((_, index) => (isGone(index) ? [mark(index)] : [])))
  const kept = before.filter((word) => ![...gone].some((one) => word.includes(one)))
  expect(words()).toEqual(kept)
  expect(valueOf(verifyFile(connection.file, () => undefined)).damaged).toEqual([])
}, 60_000)
