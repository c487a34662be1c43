import type { Command } from 'commander'
import { parsePath } from './arguments.ts'
import { appError } from '../../shared/app-error.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable } from './output.ts'
import { runJob } from './run-job.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface ExportOptions {
  readonly format: string
  readonly to: string
  readonly template: string
}

/** Formats that can be written. */
const FORMATS = ['markdown'] as const

/** Templates that are built in, the usual one first; named here because this room knows the core by its API alone. */
const TEMPLATES = ['plain', 'obsidian', 'logseq'] as const

/** `export [QUERY] --to PATH [--format F] [--template T]`: writes files. */
export function addExport(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('export')
    .description('write articles with their highlights and notes as files')
    .argument('[query]', 'words and filters that choose the articles', '')
    .option('--format <format>', FORMATS.join(', '), FORMATS[0])
    .requiredOption('--to <folder>', 'folder to write into, made when missing', parsePath)
    .option('--template <template>', `${TEMPLATES.join(', ')}, or a Liquid file of your own`, TEMPLATES[0])
    .action(async (query: string, options: ExportOptions, command: Command) => {
      onExit(await withCore(command, (context) => exportArticles(context, query, options)))
    })
}

async function exportArticles(context: CommandContext, query: string, options: ExportOptions): Promise<ExitStatus> {
  const { output } = context
  const format = FORMATS.find((one) => one === options.format)
  if (format === undefined) {
    return output.failure(appError('export/unknown-format', { format: options.format, known: FORMATS.join(', ') }))
  }
  const selection = { kind: 'query', query, except: [] } as const
  const input = { selection, format, to: options.to, template: options.template }
  const { result, interrupted } = await runJob(context, 'export.run', input)
  if (!result.ok) return output.failure(result.error)
  if (output.json) output.value(result.value)
  else {
    for (const note of result.value.notes) output.line(printable(note))
    output.line(`${result.value.written} files written to ${printable(options.to)}`)
  }
  return interrupted ? EXIT.interrupted : EXIT.done
}
