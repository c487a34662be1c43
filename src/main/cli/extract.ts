import type { Command } from 'commander'
import { describeError } from '../../shared/describe-error.ts'
import type { ExtractedItem } from '../core/extract-paths.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { createOutput, printable, type Output } from './output.ts'
import { PARSE_WORKER } from './built-files.ts'
import type { GlobalOptions } from './with-core.ts'

interface ExtractOptions {
  readonly url?: string
  readonly format?: string
  readonly explain?: boolean
  readonly element?: string
}

/** `extract PATH…`: what an import would make of it; stores nothing and needs no archive. */
export function addExtract(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('extract')
    .description('what an import would make of it; stores nothing')
    .argument('<paths...>')
    .option('--url <url>', 'the address the pages came from')
    .option('--format <format>', 'read everything as this format instead of detecting it')
    .option('--element <css>', 'take what this selector names as the article')
    .option('--explain', 'list what was removed, and why')
    .action(async (paths: string[], options: ExtractOptions, command: Command) => {
      const { json } = command.optsWithGlobals<GlobalOptions>()
      onExit(await extract(createOutput(json ?? false), paths, options))
    })
}

async function extract(output: Output, paths: readonly string[], options: ExtractOptions): Promise<ExitStatus> {
  const { url = null, format = null, explain = false, element = null } = options
  const request = { paths, url, format, explain, element, parseWorker: PARSE_WORKER }
  let status: ExitStatus = EXIT.done
  const { extractPaths } = await import('../core/extract-paths.ts')
  for await (const item of extractPaths(request)) {
    if (!item.ok) return output.failure(item.error)
    const isGone = item.value.notes.some(({ kind }) => kind === 'chosen-element-gone')
    if (item.value.error !== null || isGone) status = EXIT.someFailed
    if (output.json) output.value(item.value)
    else printItem(output, item.value)
  }
  return status
}

function printItem(output: Output, item: ExtractedItem): void {
  if (item.error !== null) {
    const { what, todo } = describeError(item.error)
    output.line(`${printable(item.source)}: ${printable(what)} ${printable(todo)}`)
    return
  }
  output.line(`${printable(item.source)}: ${printable(item.title ?? 'Untitled')}`)
  const { publication, byline, published, language, standfirst } = item
  const facts = { publication, byline, published, language, standfirst }
  for (const [name, value] of Object.entries(facts)) if (value !== null) output.line(`  ${name}: ${printable(value)}`)
  output.line(`  words: ${item.words}`)
  for (const caption of item.captions)
    output.line(`  caption: ${printable(caption.text)} (${printable(caption.credit ?? 'no credit')})`)
  for (const aside of item.asides) output.line(`  aside: ${printable(aside.title)}`)
  for (const note of item.notes) output.line(`  note: ${note.kind} ${printable(JSON.stringify(note.details))}`)
}
