import type { Command } from 'commander'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { DeletionReport, TrashRow } from '../../shared/model/trash.ts'
import { displayTitle } from '../../shared/text/display-title.ts'
import { confirm } from './confirm.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable, type Output } from './output.ts'
import { runJob } from './run-job.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface TrashOptions {
  readonly restore?: boolean
  readonly delete?: boolean
  readonly empty?: boolean
  readonly yes?: boolean
}

/** `trash`: says what lies in the Trash, moves articles in and out, deletes for ever. */
export function addTrash(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('trash')
    .description('move articles to the Trash, where they keep their annotations; without any, list it')
    .argument('[uids...]')
    .option('--restore', 'bring them back instead')
    .option('--delete', 'delete them for ever, out of the Trash')
    .option('--empty', 'delete everything in the Trash for ever')
    .option('--yes', 'do not ask before deleting for ever')
    .action(async (uids: string[], options: TrashOptions, command: Command) => {
      assertSensible(command, uids, options)
      onExit(await withCore(command, (context) => trash(context, uids as ArticleUid[], options, command)))
    })
}

function assertSensible(command: Command, uids: readonly string[], options: TrashOptions): void {
  const wishes = [options.restore, options.delete, options.empty].filter((wish) => wish === true).length
  if (wishes > 1) command.error('error: give one of --restore, --delete and --empty')
  if (options.empty === true && uids.length > 0) command.error('error: --empty takes no UIDs; --delete does')
  if (options.empty !== true && wishes === 1 && uids.length === 0) command.error('error: give UIDs of articles')
}

function trash(
  context: CommandContext,
  uids: readonly ArticleUid[],
  options: TrashOptions,
  command: Command,
): Promise<ExitStatus> {
  if (options.empty === true) return emptyTrash(context, options, command)
  if (options.delete === true) return deleteArticles(context, uids, options, command)
  return uids.length === 0 ? listTrash(context) : moveArticles(context, uids, options.restore !== true)
}

async function moveArticles(
  { core, output }: CommandContext,
  articles: readonly ArticleUid[],
  trashed: boolean,
): Promise<ExitStatus> {
  const done = await core.client.request('article.trash', { articles, trashed })
  if (!done.ok) return output.failure(done.error)
  if (output.json) output.value(done.value)
  else output.line('Done; "undo" takes it back.')
  return EXIT.done
}

const PAGE = 500

async function listTrash({ core, output }: CommandContext): Promise<ExitStatus> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await core.client.request('trash.list', { limit: PAGE, offset })
    if (!page.ok) return output.failure(page.error)
    for (const row of page.value.rows) {
      if (output.json) output.value(row)
      else output.line(rowLine(row))
    }
    if (page.value.rows.length < PAGE) return EXIT.done
  }
}

function rowLine(row: TrashRow): string {
  return `${row.uid}  ${printable(displayTitle(row))}  (since ${row.trashed})`
}

async function emptyTrash(context: CommandContext, options: TrashOptions, command: Command): Promise<ExitStatus> {
  const { core, output } = context
  const listed = await core.client.request('trash.list', { limit: 0, offset: 0 })
  if (!listed.ok) return output.failure(listed.error)
  if (!(await agreed(command, listed.value.total, options))) return refused(output)
  const { result, interrupted } = await runJob(context, 'trash.empty', {})
  if (!result.ok) return output.failure(result.error)
  printReport(output, result.value)
  return interrupted ? EXIT.interrupted : EXIT.done
}

async function deleteArticles(
  { core, output }: CommandContext,
  articles: readonly ArticleUid[],
  options: TrashOptions,
  command: Command,
): Promise<ExitStatus> {
  if (!(await agreed(command, articles.length, options))) return refused(output)
  const deleted = await core.client.request('article.delete', { articles })
  if (!deleted.ok) return output.failure(deleted.error)
  printReport(output, deleted.value)
  return EXIT.done
}

function agreed(command: Command, articles: number, options: TrashOptions): Promise<boolean> {
  const question = `Delete ${articlesInWords(articles)} for ever? Nothing brings them back.`
  return confirm(command, { question, yes: options.yes === true })
}

function refused(output: Output): ExitStatus {
  output.message('Nothing was deleted.')
  return EXIT.failed
}

function printReport(output: Output, report: DeletionReport): void {
  const { articles, annotations, erased } = report
  if (output.json) output.value(report)
  else output.line(`${articlesInWords(articles)} deleted for ever, with ${annotations} highlights and notes.`)
  if (articles > 0) output.message('Backups made before still hold them.')
  if (!erased) output.message('Traces are left in the file; "trash --empty" once more removes them.')
}

function articlesInWords(articles: number): string {
  return articles === 1 ? '1 article' : `${articles} articles`
}
