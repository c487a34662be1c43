import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { STANDARD_CORPUS } from '../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../bench/corpus/generate-corpus.ts'
import { writeJsonLines, writeTextFiles } from '../../bench/corpus/write-corpus.ts'
import type { ImportReport } from '../../src/shared/model/job.ts'
import { aCommandLine, oneOf, parseLines, type CommandLine } from '../cli/support/a-command-line.ts'

/** Articles of each source, and kills of each: 20 together. */
const ARTICLES = 2000
const KILLS = 10
/** Milliseconds from the start of the program within which it is killed: from loading to well into the work. */
const WITHIN = { from: 60, to: 1400 }

/** Another seed tries other moments: `OFFPRINT_KILL_SEED=7 npm test`. */
const SEED = Number(process.env['OFFPRINT_KILL_SEED'] ?? 20_220_624)

/** Marsaglia's xorshift32: moments that can be had again from the seed. */
function randomMoments(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return WITHIN.from + ((state >>> 0) / 2 ** 32) * (WITHIN.to - WITHIN.from)
  }
}

interface Committed {
  readonly items: readonly number[]
  readonly articles: readonly string[]
}

/** What the archive has committed, read by a connection of its own; nothing while there is no archive yet. */
function readCommitted(file: string): Committed {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const items = database.prepare<[], number>('SELECT id FROM import_item ORDER BY id').pluck().all()
      const articles = database.prepare<[], string>('SELECT uid FROM article ORDER BY uid').pluck().all()
      return { items, articles }
    } finally {
      database.close()
    }
  } catch {
    return { items: [], articles: [] }
  }
}

/** Starts the import, kills it after so long (null: as soon as something is in), and answers what it had committed just before. */
async function killImport(line: CommandLine, source: string, after: number | null): Promise<Committed> {
  const running = line.start('import', source)
  if (after === null) while (readCommitted(line.archive).items.length === 0) await setTimeout(20)
  else await setTimeout(after)
  const before = readCommitted(line.archive)
  running.process.kill('SIGKILL')
  await running.ended
  return before
}

/** Opens, is whole, and has everything it had before the kill. */
async function expectWhole(line: CommandLine, before: Committed): Promise<void> {
  const now = readCommitted(line.archive)
  expect(now.items).toEqual(expect.arrayContaining([...before.items]))
  expect(now.articles).toEqual(expect.arrayContaining([...before.articles]))
  const ended = await line.run('--json', 'verify')
  // Killed before there was an archive: nothing to verify, and nothing was acknowledged.
  if (ended.status === 2 && ended.stderr.includes('storage/not-')) expect(before).toEqual({ items: [], articles: [] })
  else expect(ended).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('"damaged":[]') as string })
}

async function killManyTimes(line: CommandLine, source: string, nextMoment: () => number): Promise<void> {
  const seen: string[] = []
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // The first waits for a commit, so that there is an import to go on with even on the slowest machine.
    const after = kill === 1 ? null : nextMoment()
    const before = await killImport(line, source, after)
    seen.push(`${after === null ? 'first commit' : `${Math.round(after)} ms`}: ${before.articles.length}`)
    await expectWhole(line, before)
  }
  console.log(`killed with seed ${SEED} after (articles in by then): ${seen.join(', ')}`)
}

/** Continues the last import; where the last run came to its end before its kill, runs it again. */
async function resume(line: CommandLine, source: string): Promise<ImportReport> {
  const ended = await line.run('--json', 'import', '--resume')
  if (ended.stderr.includes('import/nothing-to-resume')) return line.json<ImportReport>('import', 'import', source)
  return oneOf(parseLines<ImportReport>('import', ended.stdout))
}

async function expectComplete(line: CommandLine, source: string, rest: ImportReport): Promise<void> {
  expect(rest).toMatchObject({ read: ARTICLES, failed: 0, newVersion: 0, linkOnly: 0 })
  expect(rest.added + rest.already).toBe(ARTICLES)
  expect(await line.json('stats', 'stats')).toMatchObject({ articles: ARTICLES, versions: ARTICLES, trashed: 0 })
  expect(await line.json('import', 'import', source)).toMatchObject({ read: ARTICLES, already: ARTICLES, added: 0 })
  expect(await line.json('stats', 'stats')).toMatchObject({ articles: ARTICLES, versions: ARTICLES })
  expect(await line.json('verify', 'verify')).toMatchObject({ damaged: [] })
}

describe.skipIf(process.platform === 'win32')('an import killed at random moments', () => {
  it('of JSON lines goes on with --resume: all articles are there, none twice', async () => {
    const line = aCommandLine()
    const source = join(line.folder, 'corpus.jsonl')
    await writeJsonLines(source, generateCorpus({ ...STANDARD_CORPUS, articles: ARTICLES, words: 150 }))
    await killManyTimes(line, source, randomMoments(SEED))
    await expectComplete(line, source, await resume(line, source))
  })

  it('of a folder goes on when the same import is run again: all articles are there, none twice', async () => {
    const line = aCommandLine()
    const source = join(line.folder, 'corpus')
    await writeTextFiles(source, generateCorpus({ ...STANDARD_CORPUS, articles: ARTICLES, words: 150, seed: 'folder' }))
    await killManyTimes(line, source, randomMoments(SEED + 1))
    await expectComplete(line, source, await line.json<ImportReport>('import', 'import', source))
  })
})
