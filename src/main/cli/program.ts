import { Command, CommanderError } from 'commander'
import { appError } from '../../shared/app-error.ts'
import { VERSION } from '../../shared/version.ts'
import { bugLogPath, createBugLog } from '../core/bug-log.ts'
import { parsePath } from './arguments.ts'
import { addBackup, addRestore } from './backup.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { addDiff } from './diff.ts'
import { addExport } from './export.ts'
import { addExtract } from './extract.ts'
import { addHighlightCommand } from './highlight.ts'
import { addImport } from './import.ts'
import { addList } from './list.ts'
import { addOrganise } from './organise.ts'
import { createOutput, printable } from './output.ts'
import { addReExtract } from './re-extract.ts'
import { addRebuild } from './rebuild.ts'
import { addSearch } from './search.ts'
import { addServe } from './serve.ts'
import { addShow } from './show.ts'
import { addStats } from './stats.ts'
import { addTour } from './tour.ts'
import { addTrash } from './trash.ts'
import { addUndo } from './undo.ts'
import { addVerify } from './verify.ts'
import { addVersions } from './versions.ts'

const COMMANDS = [
  addServe,
  addTour,
  addImport,
  addExtract,
  addList,
  addSearch,
  addShow,
  addVersions,
  addDiff,
  addHighlightCommand,
  addOrganise,
  addTrash,
  addExport,
  addBackup,
  addRestore,
  addVerify,
  addRebuild,
  addReExtract,
  addUndo,
  addStats,
]

/** Runs the command line on arguments (without node and script) and answers the exit status. */
export async function runProgram(args: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done
  const program = new Command('offprint')
    .description('An archive of articles that works with no network and no account.')
    .addHelpText('after', '\n"offprint --version" says which version this is.')
    .option('--archive <file>', 'the archive (default: the last one opened)', parsePath)
    .option('--json', 'answer in JSON')
    .configureOutput({
      outputError: (text, write) => {
        write(text.split('\n').map(printable).join('\n'))
      },
    })
    .showSuggestionAfterError()
    .showHelpAfterError('("offprint COMMAND --help" says what it takes)')
  for (const add of COMMANDS) {
    add(program, (ended) => {
      status = ended
    })
  }
  if (asksForVersion(program, args)) {
    process.stdout.write(`${VERSION}\n`)
    return EXIT.done
  }
  exitByThrowing(program)
  endQuietlyOnClosedPipe()
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.failed
    const incident = createBugLog(bugLogPath(process.env))(error)
    return createOutput(args.includes('--json')).failure(appError('internal', { incident }))
  }
  return status
}

/** Not an option of commander's: as one of the program it would take `show UID --version 2` away from the command. */
function asksForVersion({ commands }: Command, args: readonly string[]): boolean {
  const namesCommand = args.some((arg) => commands.some((command) => command.name() === arg))
  return !namesCommand && (args.includes('--version') || args.includes('-V'))
}

/** Commander would end the process itself with status 1; wrong arguments are status 2 here. */
function exitByThrowing(command: Command): void {
  command.exitOverride()
  for (const child of command.commands) exitByThrowing(child)
}

/** A reader such as `head` may close the pipe before the end: that is no failure. */
function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(EXIT.done)
  })
}
