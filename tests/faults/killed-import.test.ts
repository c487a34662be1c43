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
const ARTICLES = 1000
const KILLS = 10
/** Another seed tries other moments: `OFFPRINT_KILL_SEED=7 npm test`. */
const SEED = Number(process.env['OFFPRINT_KILL_SEED'] ?? 20_220_624)

/** When to kill: once so many more items are in than at the start, and then so many milliseconds later. */
interface Moment {
  readonly items: number
  readonly milliseconds: number
}

/**
 * Moments that can be had again from the seed (Marsaglia's xorshift32), spread over the whole run however fast the
 * machine is; every third falls into the program's start, before anything more is in.
 */
function randomMoments(seed: number): readonly Moment[] {
  let state = seed | 0 || 1
  const random = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  return Array.from({ length: KILLS }, (_, kill) =>
    kill % 3 === 2
      ? { items: 0, milliseconds: Math.round(20 + random() * 600) }
      : { items: Math.round(1 + random() * 1.8 * (ARTICLES / KILLS)), milliseconds: Math.round(random() * 60) },
  )
}

interface Committed {
  readonly items: readonly number[]
  readonly articles: readonly string[]
}

/** Reads the archive by a connection of its own; null while there is no archive yet. */
function readArchive<Value>(file: string, read: (database: Database.Database) => Value): Value | null {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    try {
      return read(database)
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

function countItems(file: string): number {
  const count = 'SELECT count(*) FROM import_item'
  return readArchive(file, (database) => database.prepare<[], number>(count).pluck().get()) ?? 0
}

/** What the archive has committed. */
function readCommitted(file: string): Committed {
  const committed = readArchive(file, (database) => ({
    items: database.prepare<[], number>('SELECT id FROM import_item ORDER BY id').pluck().all(),
    articles: database.prepare<[], string>('SELECT uid FROM article ORDER BY uid').pluck().all(),
  }))
  return committed ?? { items: [], articles: [] }
}

/** Starts the import, kills it at the moment, and answers what it had committed just before. */
async function killImport(line: CommandLine, source: string, { items, milliseconds }: Moment): Promise<Committed> {
  const enough = countItems(line.archive) + items
  const running = line.start('import', source)
  const { process: child } = running
  while (items > 0 && child.exitCode === null && countItems(line.archive) < enough) await setTimeout(20)
  await setTimeout(milliseconds)
  const before = readCommitted(line.archive)
  child.kill('SIGKILL')
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

async function killManyTimes(line: CommandLine, source: string, seed: number): Promise<void> {
  const seen: number[] = []
  for (const moment of randomMoments(seed)) {
    const before = await killImport(line, source, moment)
    seen.push(before.articles.length)
    await expectWhole(line, before)
  }
  process.stdout.write(`killed (seed ${seed}) with so many articles in: ${seen.join(', ')}\n`)
}

/** Continues the last import; where the last run came to its end before its kill, runs it again. */
async function resume(line: CommandLine, source: string): Promise<ImportReport> {
  const ended = await line.run('--json', 'import', '--resume')
  if (ended.stderr.includes('import/nothing-to-resume')) return line.json('import', 'import', source)
  return oneOf(parseLines('import', ended.stdout))
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
    await writeJsonLines(source, generateCorpus({ ...STANDARD_CORPUS, articles: ARTICLES, words: 100 }))
    await killManyTimes(line, source, SEED)
    await expectComplete(line, source, await resume(line, source))
  })

  it('of a folder goes on when the same import is run again: all articles are there, none twice', async () => {
    const line = aCommandLine()
    const source = join(line.folder, 'corpus')
    await writeTextFiles(source, generateCorpus({ ...STANDARD_CORPUS, articles: ARTICLES, words: 100, seed: 'folder' }))
    await killManyTimes(line, source, SEED + 1)
    await expectComplete(line, source, await line.json('import', 'import', source))
  })
})
