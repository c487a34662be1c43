import { InvalidArgumentError, type Command } from 'commander'
import { intentOf, type Intent } from '../hosts/intent.ts'
import { parsePort } from './arguments.ts'
import type { ExitStatus } from './exit-status.ts'
import type { ServeOptions } from './serve-window.ts'
import type { GlobalOptions } from './with-core.ts'

/** `start`: the application in a window; `serve`: its address, for a browser of one's choice. No other command loads the hosts. */
export function addServe(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('start')
    .description('open the application in a window; it ends with the window')
    .argument('[what]', 'an archive to open, or an offprint:// link of an article', parseIntent)
    .action(async (what: Intent | undefined, _options: unknown, command: Command) => {
      const { startWindow } = await import('./serve-window.ts')
      onExit(await startWindow(command.optsWithGlobals<GlobalOptions>(), what))
    })
  program
    .command('serve')
    .description('serve the window on this computer until interrupted, and print its address')
    .option('--port <number>', 'port on 127.0.0.1; 0 = any that is free', parsePort, 0)
    .option('--no-open', 'only print the address')
    .action(async (_options: unknown, command: Command) => {
      const { serveWindow } = await import('./serve-window.ts')
      onExit(await serveWindow(command.optsWithGlobals<ServeOptions>()))
    })
}

function parseIntent(text: string): Intent {
  const intent = intentOf(text, process.cwd())
  if (intent.kind === 'show') throw new InvalidArgumentError('Give an archive (….offprint) or a link of an article.')
  return intent
}
