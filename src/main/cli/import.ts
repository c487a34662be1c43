import type { Command } from 'commander'
import type { ImportReport } from '../../shared/model/job.ts'
import { describeError } from '../../shared/describe-error.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable, type Output } from './output.ts'
import { readPassword, type PasswordOptions } from './read-password.ts'
import { runJob } from './run-job.ts'
import { withCore } from './with-core.ts'

interface ImportOptions extends PasswordOptions {
  readonly collection?: string
  readonly tag: readonly string[]
  readonly format?: string
  readonly dryRun?: boolean
  readonly resume?: boolean
}

/** `import PATH…`: brings in files, folders, exports. */
export function addImport(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('import')
    .description('bring in files, folders or "-" (standard input); the same import again continues it')
    .argument('[paths...]')
    .option('--collection <path>', 'put everything into this collection, such as Work/War')
    .option('--tag <tag>', 'give everything this tag (repeatable)', (tag: string, all: string[]) => [...all, tag], [])
    .option('--format <format>', 'read everything as this format instead of detecting it')
    .option('--ask-password', 'ask for the password of locked ZIP files')
    .option('--password-file <file>', 'take that password from the first line of a file')
    .option('--dry-run', 'say what would happen and store nothing')
    .option('--resume', 'continue the last unfinished import')
    .action(async (paths: string[], options: ImportOptions, command: Command) => {
      onExit(await importPaths(command, paths, options))
    })
}

async function importPaths(command: Command, paths: readonly string[], options: ImportOptions): Promise<ExitStatus> {
  const resumes = options.resume === true && paths.length === 0
  if (paths.length === 0 && !resumes) command.error('error: name at least one path to import, or use --resume')
  const password = await readPassword(command, options)
  return withCore(
    command,
    async (context) => {
      const report = context.output.json ? ('all' as const) : ('failed' as const)
      const request = {
        paths,
        collection: splitPath(options.collection),
        tags: options.tag,
        format: options.format ?? null,
        base: null,
        dryRun: options.dryRun ?? false,
        report,
        ...(password === undefined ? {} : { password }),
      }
      const { result, interrupted } = resumes
        ? await runJob(context, 'import.resume', { report })
        : await runJob(context, 'import.run', request)
      if (!result.ok) return context.output.failure(result.error)
      printReport(context.output, result.value)
      if (interrupted) return EXIT.interrupted
      return result.value.failed > 0 ? EXIT.someFailed : EXIT.done
    },
    { create: options.dryRun !== true },
  )
}

function splitPath(path: string | undefined): readonly string[] {
  if (path === undefined) return []
  return path
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '')
}

const OUTCOME_WORDS = {
  added: 'added',
  newVersion: 'new version',
  already: 'already there',
  linkOnly: 'link only',
  failed: 'failed',
} as const

function printReport(output: Output, report: ImportReport): void {
  if (output.json) {
    output.value(report)
    return
  }
  printFailures(output, report.items)
  const parts = Object.entries(OUTCOME_WORDS)
    .map(([outcome, words]) => ({ words, count: report[outcome as keyof typeof OUTCOME_WORDS] }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`)
  output.line(`${report.read} read: ${parts.join(', ') || 'nothing'} (${report.seconds.toFixed(1)} s)`)
  if (report.cancelled) output.message('Stopped. Run the same import again to go on.')
}

/** Names of one reason that are printed; thousands of lines of one mistake hide the rest. */
const MOST_OF_A_REASON = 5

/** Failed items by reason: what is the matter once, and the names it concerns. */
function printFailures(output: Output, items: ImportReport['items']): void {
  const byReason = new Map<string, string[]>()
  for (const { reason, source } of items) {
    if (reason === null) continue
    const { what, todo } = describeError(reason)
    const sources = byReason.get(`${what} ${todo}`) ?? []
    sources.push(source)
    byReason.set(`${what} ${todo}`, sources)
  }
  for (const [words, sources] of byReason) {
    output.line(`failed: ${printable(words)}`)
    for (const source of sources.slice(0, MOST_OF_A_REASON)) output.line(`    ${printable(source)}`)
    const more = sources.length - MOST_OF_A_REASON
    if (more > 0) output.line(`    … and ${more} more; --json names them all`)
  }
  if (byReason.size > 0) output.line('')
}
