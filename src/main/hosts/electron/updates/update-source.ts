import { createRequire } from 'node:module'
import { autoUpdater as squirrel, type Session } from 'electron'
import type * as Updater from 'electron-updater'
import type { Feed } from './read-feed.ts'

/** A newer version that the feed names. */
export interface NewerVersion {
  readonly version: string
  /** Bytes of the first file, when the feed says so. */
  readonly size: number | null
}

/** What asks a feed and takes from it; each call needs the passage to be open. */
export interface UpdateSource {
  /** The session that all of it goes through. */
  readonly session: Session
  /** The newer version; null = this is the newest. Throws what went wrong. */
  readonly find: () => Promise<NewerVersion | null>
  /** Downloads what was found and checks it; it is put in place when the program ends. `onShare` is told from 0 to 1. */
  readonly download: (onShare: (share: number) => void) => Promise<void>
  /** Ends a download that is under way, which then throws. */
  readonly stop: () => void
}

const load = createRequire(import.meta.url)

/** Loads electron-updater, which no start does, and takes from it what it does by itself. */
export function createUpdateSource({ address }: Feed): UpdateSource {
  const { autoUpdater: updater } = load('electron-updater') as typeof Updater
  updater.logger = null
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = true
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  // One request for one file, rather than parts of it by their own list.
  updater.disableDifferentialDownload = true
  // Who asks by hand is served at once: there is no number of this computer to draw lots with, and none is kept.
  updater.isUserWithinRollout = () => true
  Object.assign(updater, { stagingUserIdPromise: { value: Promise.resolve('') } })
  updater.setFeedURL({ provider: 'generic', url: address })
  let token: Updater.CancellationToken | undefined

  return {
    session: updater.netSession,
    find: async () => {
      const found = await updater.checkForUpdates()
      if (found?.isUpdateAvailable !== true) return null
      token = found.cancellationToken
      const { version, files } = found.updateInfo
      return { version, size: files[0]?.size ?? null }
    },
    download: async (onShare) => {
      const tell = ({ percent }: Updater.ProgressInfo): void => {
        onShare(percent / 100)
      }
      updater.on('download-progress', tell)
      try {
        const taken = process.platform === 'darwin' ? takenBySquirrel() : null
        // What fails before is told by the download itself.
        taken?.catch(() => undefined)
        await updater.downloadUpdate(token)
        await taken
      } finally {
        updater.off('download-progress', tell)
      }
    },
    stop: () => token?.cancel(),
  }
}

/** A Mac's own updater takes the file over, and looks at who signed it. */
function takenBySquirrel(): Promise<void> {
  return new Promise((resolve, reject) => {
    squirrel.once('update-downloaded', () => {
      resolve()
    })
    squirrel.once('error', reject)
  })
}
