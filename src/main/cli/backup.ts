import type { Command } from 'commander'
import { parsePath } from './arguments.ts'
import { archivePath } from '../places/archive-path.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { createOutput } from './output.ts'
import { runJob } from './run-job.ts'
import { withCore, type GlobalOptions } from './with-core.ts'

/** `backup --to PATH`: a checked copy in one file, while the archive stays in use. */
export function addBackup(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('backup')
    .description('write a checked copy of the archive')
    .requiredOption('--to <file>', 'the copy; it must not be there yet', parsePath)
    .action(async ({ to }: { readonly to: string }, command: Command) => {
      onExit(
        await withCore(command, async (context) => {
          const { result, interrupted } = await runJob(context, 'archive.backup', { to })
          if (!result.ok) return context.output.failure(result.error)
          const { file, bytes, articles, logHead } = result.value
          if (context.output.json) context.output.value(result.value)
          else {
            context.output.line(`${articles} articles, ${bytes} bytes in ${file}; the copy was verified.`)
            if (logHead !== null) context.output.line(`Head of the log, to keep elsewhere: ${logHead}`)
          }
          return interrupted ? EXIT.interrupted : EXIT.done
        }),
      )
    })
}

/** `restore FILE`: puts a backup in the archive's place; what stood there is kept beside it. */
export function addRestore(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('restore')
    .description('put a backup in the place of the archive; what is there now is kept beside it')
    .argument('<file>', 'the backup')
    .action(async (file: string, _options: unknown, command: Command) => {
      const { archive, json } = command.optsWithGlobals<GlobalOptions>()
      const output = createOutput(json ?? false)
      const { restoreBackup } = await import('../core/restore-backup.ts')
      const restored = restoreBackup(file, archivePath(archive))
      if (!restored.ok) {
        onExit(output.failure(restored.error))
        return
      }
      if (output.json) output.value(restored.value)
      else {
        output.line(`${restored.value.archive} holds the backup now.`)
        if (restored.value.keptAside !== null) output.line(`What stood there is kept as ${restored.value.keptAside}`)
      }
      onExit(EXIT.done)
    })
}
