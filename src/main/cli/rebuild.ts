import type { Command } from 'commander'
import { describeError } from '../../shared/describe-error.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable } from './output.ts'
import { runJob } from './run-job.ts'
import { withCore, type CommandContext } from './with-core.ts'

interface RebuildOptions {
  readonly index?: boolean
  readonly derived?: boolean
}

/** `rebuild [--index|--derived]`: makes the index, or everything derived from the originals, anew. */
export function addRebuild(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('rebuild')
    .description('make what is derived anew; highlights and corrections stay')
    .option('--index', 'the full-text index only')
    .option('--derived', 'texts and facts from the originals, with their index entries')
    .action(async (options: RebuildOptions, command: Command) => {
      const both = options.index !== true && options.derived !== true
      onExit(
        await withCore(command, async (context) => {
          const derived = both || options.derived === true ? await rebuildDerived(context) : EXIT.done
          if (derived === EXIT.failed || derived === EXIT.interrupted) return derived
          const index = both || options.index === true ? await rebuildIndex(context) : EXIT.done
          return index === EXIT.done ? derived : index
        }),
      )
    })
}

async function rebuildDerived(context: CommandContext): Promise<ExitStatus> {
  const { output } = context
  const { result, interrupted } = await runJob(context, 'archive.rebuild-derived', {})
  if (!result.ok) return output.failure(result.error)
  const { versions, renewed, unchanged, placed, orphans, failed } = result.value
  if (output.json) output.value(result.value)
  else {
    for (const { uid, reason } of failed) output.line(`failed: ${uid}: ${printable(describeError(reason).what)}`)
    output.line(`${versions} versions: ${renewed} renewed, ${unchanged} unchanged, ${failed.length} failed`)
    output.line(`highlights on renewed texts: ${placed} placed, ${orphans} orphans`)
  }
  if (interrupted) return EXIT.interrupted
  return failed.length > 0 ? EXIT.someFailed : EXIT.done
}

async function rebuildIndex(context: CommandContext): Promise<ExitStatus> {
  const { output } = context
  const { result, interrupted } = await runJob(context, 'archive.rebuild-index', {})
  if (!result.ok) return output.failure(result.error)
  if (output.json) output.value(result.value)
  else
    output.line(
      `${result.value.articles} articles indexed${result.value.complete ? '' : '; not complete, run it again'}`,
    )
  return interrupted ? EXIT.interrupted : EXIT.done
}
