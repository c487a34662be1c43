import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { ArticleRow } from '../../../src/shared/model/article.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { parseAnswer, type Answers, type SchemaName } from './answer-schemas.ts'
import { startOffprint, type Ended, type Running } from './offprint.ts'

/** A temporary home with an archive, and the program to work on it. */
export interface CommandLine {
  readonly folder: string
  readonly archive: string
  /** Runs a command on the archive and waits for its end. */
  readonly run: (...args: readonly string[]) => Promise<Ended>
  readonly runWithInput: (stdin: string | Uint8Array, ...args: readonly string[]) => Promise<Ended>
  /** Starts a command and lets it run, standard input open. */
  readonly start: (...args: readonly string[]) => Running
  /** Runs it with `--json`: must end with status 0, and every line must fit the schema. */
  readonly lines: <Name extends SchemaName>(
    schema: Name,
    ...args: readonly string[]
  ) => Promise<readonly Answers[Name][]>
  /** The same for commands that answer one document. */
  readonly json: <Name extends SchemaName>(schema: Name, ...args: readonly string[]) => Promise<Answers[Name]>
  /** Writes a file below the folder; answers its path. */
  readonly file: (name: string, content: string | Uint8Array) => string
  /** Imports one text file and answers its article's row. */
  readonly addText: (name: string, content: string) => Promise<ArticleRow>
  /** Works on the database behind the program's back. */
  readonly sql: <Value>(work: (database: Database.Database) => Value) => Value
}

/** Makes one; it goes with the test. */
export function aCommandLine(): CommandLine {
  const folder = tempDir()
  const archive = join(folder, 'Test.offprint')
  const start = (args: readonly string[], stdin: string | Uint8Array | null): Running =>
    startOffprint({ args: ['--archive', archive, ...args], home: folder, stdin })
  const run: CommandLine['run'] = (...args) => start(args, '').ended
  const lines: CommandLine['lines'] = async (schema, ...args) => {
    const ended = await run('--json', ...args)
    expect(ended).toMatchObject({ status: 0, stderr: '' })
    return parseLines(schema, ended.stdout)
  }
  const file: CommandLine['file'] = (name, content) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }
  const addText: CommandLine['addText'] = async (name, content) => {
    expect(await run('import', file(name, content))).toMatchObject({ status: 0, stderr: '' })
    const [newest] = await lines('list-row', 'list', '--limit', '1')
    if (newest === undefined) throw new Error('the text was not added')
    return newest
  }
  return {
    folder,
    archive,
    run,
    runWithInput: (stdin, ...args) => start(args, stdin).ended,
    start: (...args) => start(args, null),
    lines,
    json: async (schema, ...args) => oneOf(await lines(schema, ...args)),
    file,
    addText,
    sql: (work) => withDatabase(archive, work),
  }
}

/** Lines of JSON, each of which must fit the schema. */
export function parseLines<Name extends SchemaName>(schema: Name, text: string): readonly Answers[Name][] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => parseAnswer(schema, line))
}

/** The only one of a list. */
export function oneOf<Item>(items: readonly Item[]): Item {
  expect(items).toHaveLength(1)
  const [item] = items
  if (item === undefined) throw new Error('there is none')
  return item
}

function withDatabase<Value>(file: string, work: (database: Database.Database) => Value): Value {
  const database = new Database(file)
  try {
    return work(database)
  } finally {
    database.close()
  }
}
