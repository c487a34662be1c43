import { join } from 'node:path'
import { app } from 'electron'
import { bugLogPath, createBugLog } from './core/bug-log.ts'
import { prepareElectron, takeIntents } from './hosts/electron/before-ready.ts'
import { sayNotStarted } from './hosts/electron/dialogs.ts'
import { startElectronHost } from './hosts/electron/start-electron-host.ts'

// Entry of Electron. What must be so before it is ready is done here at once, without waiting for anything.
const built = (...path: readonly string[]): string => join(import.meta.dirname, ...path)
const reportBug = createBugLog(bugLogPath(process.env))

prepareElectron()
const intents = takeIntents()
if (intents === null) {
  app.exit()
} else {
  process.on('uncaughtException', (bug) => void reportBug(bug))
  startElectronHost(
    {
      windowFolder: built('../renderer'),
      preload: built('../preload/index.cjs'),
      coreEntry: built('worker.js'),
      originalEntry: built('original-worker.js'),
      reportBug,
    },
    intents,
  ).catch((bug: unknown) => {
    sayNotStarted(reportBug(bug))
    app.exit(1)
  })
}
