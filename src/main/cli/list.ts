import type { Command } from 'commander'
import type { ArticleRow } from '../../shared/model/article.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import type { ListSort, SortDirection } from '../../shared/model/search.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { parseChoice, parseCount } from './arguments.ts'
import { dayOf } from './day-of.ts'
import { printable } from './output.ts'
import { joinQueryWords, takeQueryWords } from './query-words.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface ListOptions {
  readonly sort: ListSort
  readonly limit?: number
}

const PAGE = 500

/** What people expect on top: the newest, but titles from A. */
const FIRST: Readonly<Record<ListSort, SortDirection>> = { added: 'down', published: 'down', title: 'up' }

/** `list [QUERY]`: articles, a line each. */
export function addList(program: Command, onExit: (status: ExitStatus) => void): void {
  takeQueryWords(program.command('list'), 'words and filters')
    .description('articles, a line each, narrowed by a query')
    .option('--sort <order>', 'added, published or title', parseChoice(['added', 'published', 'title']), 'added')
    .option('--limit <n>', 'at most this many', parseCount)
    .action(async (words: readonly string[], options: ListOptions, command: Command) => {
      const query = joinQueryWords(words, command) ?? ''
      onExit(await withCore(command, (context) => listArticles(context, query, options)))
    })
}

async function listArticles(context: CommandContext, query: string, options: ListOptions): Promise<ExitStatus> {
  const { core, output } = context
  const wanted = options.limit ?? Number.POSITIVE_INFINITY
  const order = { sort: options.sort, direction: FIRST[options.sort] }
  let shown = 0
  while (shown < wanted) {
    const limit = Math.min(PAGE, wanted - shown)
    const page = await core.client.request('article.list', { query, ...order, limit, offset: shown })
    if (!page.ok) return output.failure(page.error)
    for (const row of page.value.rows) {
      if (output.json) output.value(row)
      else output.line(rowLine(row))
    }
    shown += page.value.rows.length
    if (page.value.rows.length < limit) break
  }
  return EXIT.done
}

function rowLine(row: ArticleRow): string {
  const facts = [row.byline, row.publication, dayOf(row.published), row.language].filter((fact) => fact !== null)
  const highlights = row.highlights === 1 ? '1 highlight' : `${row.highlights} highlights`
  const marks = [row.starred ? '★' : '', row.highlights > 0 ? highlights : '']
  const rest = [...facts, ...marks].filter((part) => part !== '').join(' · ')
  return `${row.uid}  ${printable(displayTitle(row))}${rest === '' ? '' : `  (${printable(rest)})`}`
}
