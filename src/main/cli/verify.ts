import type { Command } from 'commander'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { printable } from './output.ts'
import { runJob } from './run-job.ts'
import { withCore } from './with-core.ts'

/** `verify`: checks every byte, text, index entry and log row, and names what is damaged. */
export function addVerify(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('verify')
    .description('check every byte, text, index entry and log row; name what is damaged')
    .action(async (_options: unknown, command: Command) => {
      onExit(
        await withCore(command, async (context) => {
          const { output } = context
          const { result, interrupted } = await runJob(context, 'archive.verify', {})
          if (!result.ok) return output.failure(result.error)
          const { damaged, checked, logHead } = result.value
          if (output.json) output.value(result.value)
          else {
            for (const { kind, uid, reason } of damaged) output.line(`damaged ${kind} ${uid}: ${printable(reason)}`)
            const counts = Object.entries(checked).map(([what, count]) => `${count} ${what}`)
            output.line(
              `${damaged.length === 0 ? 'Nothing is damaged' : `${damaged.length} damaged`}: ${counts.join(', ')}`,
            )
            if (logHead !== null) output.line(`Head of the log: ${logHead}`)
          }
          if (interrupted) return EXIT.interrupted
          return damaged.length > 0 ? EXIT.failed : EXIT.done
        }),
      )
    })
}
