import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { bugLogPath, createBugLog } from '../core/bug-log.ts'
import { startBrowserHost, type BrowserHost } from '../hosts/browser/start-browser-host.ts'
import { archivePath, rememberArchive } from '../places/archive-path.ts'
import { scratchFolder } from '../places/scratch-folder.ts'
import { parsePort } from './arguments.ts'
import { WINDOW_FOLDER, WORKER } from './built-files.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { interruption } from './interruption.ts'
import { createOutput } from './output.ts'
import type { GlobalOptions } from './with-core.ts'

interface ServeOptions extends GlobalOptions {
  readonly port: number
  readonly open: boolean
}

/** `serve`: the window's address, for a browser of one's choice, until it is interrupted. */
export function addServe(program: Command, onExit: (status: ExitStatus) => void): void {
  program
    .command('serve')
    .description('serve the window to a browser on this computer, until interrupted')
    .option('--port <number>', 'port on 127.0.0.1; 0 = any that is free', parsePort, 0)
    .option('--no-open', 'open no browser; the address is printed in any case')
    .action(async (_options: unknown, command: Command) => {
      onExit(await serve(command.optsWithGlobals<ServeOptions>()))
    })
}

async function serve({ archive, port }: ServeOptions): Promise<ExitStatus> {
  const output = createOutput(false)
  const file = archivePath(archive)
  const host: BrowserHost = await startBrowserHost({
    port,
    windowFolder: WINDOW_FOLDER,
    coreEntry: WORKER,
    usualFile: file,
    scratchFolder: scratchFolder(),
    reportBug: createBugLog(bugLogPath(process.env)),
    // Each address opens one window; the next one is ready for whoever wants another.
    onEntered: () => {
      output.line(JSON.stringify({ url: host.newAddress() }))
    },
    onWindows: () => undefined,
  })
  output.line(JSON.stringify({ url: host.newAddress() }))
  if (existsSync(file)) {
    const opened = await host.holder.open(file, false)
    if (opened.ok) rememberArchive(file)
    else output.failure(opened.error)
  }
  await interruption()
  await host.close()
  return EXIT.done
}
