import type { Command } from 'commander'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { withCore } from './with-core.ts'

/** `stats`: counts, sizes, state of the index, versions of the parts. */
export function addStats(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('stats')
    .description('counts, sizes, state of the index, versions of the parts')
    .action(async (_options: unknown, command: Command) => {
      onExit(
        await withCore(command, async ({ core, output }) => {
          const stats = await core.client.request('archive.stats', {})
          if (!stats.ok) return output.failure(stats.error)
          const answer = { file: core.file, ...stats.value, components: await core.components() }
          if (output.json) output.value(answer)
          else for (const [name, value] of flatten(answer)) output.line(`${name}: ${value}`)
          return EXIT.done
        }),
      )
    })
}

function flatten(value: object, prefix = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    typeof one === 'object' && one !== null ? flatten(one, `${prefix}${name}.`) : [[`${prefix}${name}`, String(one)]],
  )
}
