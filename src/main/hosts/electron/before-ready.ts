import { app, crashReporter, protocol } from 'electron'
import { APP_SCHEME } from './addresses.ts'
import { intentOf, intentOfArguments, readIntent, type Intent } from '../intent.ts'

/**
 * What must be so before Electron is ready, from the top of the entry: every page in a sandbox, our scheme one of the
 * web, crashes written down on this computer and sent nowhere.
 */
export function prepareElectron(): void {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
  crashReporter.start({ uploadToServer: false })
  // As electron-builder.yml names it: by this the task bar knows which shortcut a window belongs to.
  if (process.platform === 'win32') app.setAppUserModelId('app.offprint.Offprint')
  // From a checkout it would be Electron itself that links open.
  if (app.isPackaged) app.setAsDefaultProtocolClient('offprint')
}

/** What comes in from the system, kept until somebody takes it. */
export interface Intents {
  /** Gives what came so far, and from now on what comes. */
  readonly take: (listener: (intent: Intent) => void) => void
}

/**
 * Takes files and links that the system passes on: on a Mac as events that may come before Electron is ready, elsewhere
 * as arguments of this start or another. Null when another Offprint runs, which has been told.
 */
export function takeIntents(): Intents | null {
  const first = intentOfArguments(process.argv, process.cwd())
  if (!app.requestSingleInstanceLock({ ...first })) return null
  const waiting: Intent[] = [first]
  let tell = (intent: Intent): void => {
    waiting.push(intent)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    tell(intentOf(path, '/'))
  })
  app.on('open-url', (event, url) => {
    event.preventDefault()
    tell(intentOf(url, '/'))
  })
  // Arguments may come in another order here; what the other start made of its own is sent along.
  app.on('second-instance', (_event, _argv, _folder, sent) => {
    tell(readIntent(sent))
  })
  return {
    take: (listener) => {
      tell = listener
      waiting.forEach(listener)
    },
  }
}
