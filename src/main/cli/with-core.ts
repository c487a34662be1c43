import type { Command } from 'commander'
import type { Core } from '../core.ts'
import { archivePath, isUsualArchive, makeArchiveFolder, rememberArchive } from '../places/archive-path.ts'
import { PARSE_WORKER } from './built-files.ts'
import type { ExitStatus } from './exit-status.ts'
import { createOutput, type Output } from './output.ts'

/** Options that every command takes. */
export interface GlobalOptions {
  readonly archive?: string
  readonly json?: boolean
}

/** What a command works with. */
export interface CommandContext {
  readonly core: Core
  readonly output: Output
}

/** Opens the archive that the options name, runs the command on it, and closes it whatever happens. */
export async function withCore(
  command: Command,
  run: (context: CommandContext) => Promise<ExitStatus>,
  options: { readonly create: boolean } = { create: false },
): Promise<ExitStatus> {
  const { archive, json } = command.optsWithGlobals<GlobalOptions>()
  const output = createOutput(json ?? false)
  const file = archivePath(archive)
  if (options.create) makeArchiveFolder(file)
  const warn = (text: string): void => {
    output.message(text)
  }
  // Loaded here: a command that opens no archive (help, `serve`) must not wait for the core's code.
  const { openCore } = await import('../core.ts')
  const core = openCore({ file, create: options.create, actor: 'cli', parseWorker: PARSE_WORKER, warn })
  if (!core.ok) return output.failure(core.error)
  // Which archive it was goes without saying only when it was named, or is the usual one.
  const isPlain = archive !== undefined || isUsualArchive(core.value.file)
  if (!isPlain && process.stderr.isTTY) warn(`Archive: ${core.value.file}`)
  rememberArchive(core.value.file)
  try {
    return await run({ core: core.value, output })
  } finally {
    await core.value.close()
  }
}
