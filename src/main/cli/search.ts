import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { appError } from '../../shared/app-error.ts'
import type { MatchMode, SearchAnswer, SearchSort } from '../../shared/model/search.ts'
import type { FacetsAnswer } from '../../shared/model/search-facets.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Core } from '../core.ts'
import { parseChoice, parseCount } from './arguments.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printAnswer } from './print-answer.ts'
import { printable, type Output } from './output.ts'
import { printFacets } from './print-facets.ts'
import { joinQueryWords, takeQueryWords } from './query-words.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface SearchOptions {
  readonly match: MatchMode
  readonly limit: number
  readonly offset: number
  readonly queries?: string
  readonly facets?: boolean
  readonly sort: SearchSort
  readonly explain?: boolean
}

const PAGE = 500
const SORTS: readonly SearchSort[] = ['relevance', 'added', 'published', 'title']

/** `search QUERY`, `search --queries FILE`: full-text search. */
export function addSearch(program: Command, onExit: (status: ExitStatus) => void): void {
  takeQueryWords(program.command('search'), 'words, "phrases", -words, filters')
    .description('full-text search')
    .option('--match <mode>', 'all words, or any', parseChoice(['all', 'any']), 'all')
    .option('--limit <n>', 'hits to show', parseCount, 50)
    .option('--offset <n>', 'hits to skip', parseCount, 0)
    .option('--sort <order>', 'by relevance, added, published, or title', parseChoice(SORTS), 'relevance')
    .option('--queries <file>', 'many queries: one a line, or JSON lines with id and query')
    .option('--facets', 'counts by publication, author, year and so on')
    .option('--explain', 'say how the query was understood')
    .action(async (words: readonly string[], options: SearchOptions, command: Command) => {
      const query = joinQueryWords(words, command)
      if ((query === undefined) === (options.queries === undefined)) {
        command.error('error: give a query, or --queries FILE')
      }
      onExit(await withCore(command, (context) => searchAll(context, query, options)))
    })
}

async function searchAll(
  context: CommandContext,
  query: string | undefined,
  options: SearchOptions,
): Promise<ExitStatus> {
  if (query !== undefined) return searchOne(context, { id: null, query }, options)
  const queries = readQueries(options.queries ?? '')
  if (!queries.ok) return context.output.failure(queries.error)
  for (const one of queries.value) {
    const status = await searchOne(context, one, options)
    if (status !== EXIT.done) return status
  }
  return EXIT.done
}

interface Query {
  /** null for the one query of the command line. */
  readonly id: string | number | null
  readonly query: string
}

async function searchOne(
  { core, output }: CommandContext,
  { id, query }: Query,
  options: SearchOptions,
): Promise<ExitStatus> {
  const found = await readHits(core, query, options)
  if (!found.ok) return output.failure(found.error)
  const answer = found.value
  const { match } = options
  const counted = options.facets === true ? await core.client.request('search.facets', { query, match }) : undefined
  if (counted !== undefined && !counted.ok) return output.failure(counted.error)
  if (output.json) {
    output.value({ ...(id === null ? {} : { id }), ...answer, facets: byName(counted?.value) })
    return EXIT.done
  }
  printAnswer(output, answer, { explain: options.explain ?? false, offset: options.offset })
  if (counted !== undefined) printFacets(output, counted.value)
  if (answer.total === 0) await printSuggestion(core, output, query)
  return EXIT.done
}

/** As many hits as were asked for, in pages of the contract's size. */
async function readHits(core: Core, query: string, options: SearchOptions): Promise<Result<SearchAnswer>> {
  const { match, limit, sort } = options
  for (let answer: SearchAnswer | undefined; ;) {
    const before: SearchAnswer['hits'] = answer?.hits ?? []
    const page = { limit: Math.min(PAGE, limit - before.length), offset: options.offset + before.length }
    const next = await core.client.request('article.search', { query, match, sort, ...page })
    if (!next.ok) return next
    answer = { ...next.value, hits: [...before, ...next.value.hits] }
    if (next.value.hits.length < page.limit || answer.hits.length >= limit) return ok(answer)
  }
}

function byName(answer: FacetsAnswer | undefined): Readonly<Record<string, object>> | null {
  return answer === undefined ? null : Object.fromEntries(answer.facets.map(({ name, ...facet }) => [name, facet]))
}

async function printSuggestion(core: Core, output: Output, query: string): Promise<void> {
  const suggested = await core.client.request('search.suggest', { query })
  if (suggested.ok && suggested.value.query !== null) {
    output.line(`Nearest spelling: ${printable(suggested.value.query)} (${String(suggested.value.articles)} found)`)
  }
}

function readQueries(path: string): Result<readonly Query[]> {
  try {
    const text = readFileSync(path === '-' ? 0 : path, 'utf8')
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
    return ok(lines.flatMap((line, index) => (line.trim() === '' ? [] : [readQuery(line, index + 1)])))
  } catch {
    return err(appError('cli/no-queries-file', { path }))
  }
}

/** A line that is a JSON object with a query is one; every other line is itself the query. */
function readQuery(line: string, number: number): Query {
  if (!line.trimStart().startsWith('{')) return { id: number, query: line }
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed !== 'object' || parsed === null || !('query' in parsed)) return { id: number, query: line }
    const id = 'id' in parsed && (typeof parsed.id === 'string' || typeof parsed.id === 'number') ? parsed.id : number
    return typeof parsed.query === 'string' ? { id, query: parsed.query } : { id: number, query: line }
  } catch {
    return { id: number, query: line }
  }
}
