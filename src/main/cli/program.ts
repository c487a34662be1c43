import { Command, CommanderError } from 'commander'
import { VERSION } from '../../shared/version.ts'
import { addBackup, addRestore } from './backup.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { addExport } from './export.ts'
import { addExtract } from './extract.ts'
import { addHighlightCommand } from './highlight.ts'
import { addImport } from './import.ts'
import { addList } from './list.ts'
import { addOrganise } from './organise.ts'
import { addRebuild } from './rebuild.ts'
import { addSearch } from './search.ts'
import { addShow } from './show.ts'
import { addStats } from './stats.ts'
import { addTour } from './tour.ts'
import { addUndo } from './undo.ts'
import { addVerify } from './verify.ts'

const COMMANDS = [
  addTour,
  addImport,
  addExtract,
  addList,
  addSearch,
  addShow,
  addHighlightCommand,
  addOrganise,
  addExport,
  addBackup,
  addRestore,
  addVerify,
  addRebuild,
  addUndo,
  addStats,
]

/** Runs the command line on arguments (without node and script) and answers the exit status. */
export async function runProgram(args: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done
  const program = new Command('offprint')
    .description('An archive of articles that works with no network and no account.')
    .version(VERSION)
    .option('--archive <file>', 'the archive (default: the last one opened)')
    .option('--json', 'answer in JSON')
    .showSuggestionAfterError()
    .showHelpAfterError('("offprint COMMAND --help" says what it takes)')
  for (const add of COMMANDS) {
    add(program, (ended) => {
      status = ended
    })
  }
  exitByThrowing(program)
  endQuietlyOnClosedPipe()
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.done : EXIT.failed
  }
  return status
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
