import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { bugLogPath, createBugLog } from '../core/bug-log.ts'
import { findBrowser } from '../hosts/browser/find-browser.ts'
import { openOutside } from '../hosts/browser/open-outside.ts'
import { openWindow, type OpenedWindow } from '../hosts/browser/open-window.ts'
import { startBrowserHost, type BrowserHost } from '../hosts/browser/start-browser-host.ts'
import type { Intent } from '../hosts/intent.ts'
import { archivePath, rememberArchive } from '../places/archive-path.ts'
import { profileFolder } from '../places/profile-folder.ts'
import { scratchFolder } from '../places/scratch-folder.ts'
import { ORIGINAL_WORKER, WINDOW_FOLDER, WORKER } from './built-files.ts'
import { EXIT, type ExitStatus } from './exit-status.ts'
import { interruption } from './interruption.ts'
import { createOutput, type Output } from './output.ts'
import type { GlobalOptions } from './with-core.ts'

/** Where to serve, and whether a window is opened too. */
export interface ServeOptions extends GlobalOptions {
  /** On 127.0.0.1; 0 = any that is free. */
  readonly port: number
  readonly open: boolean
}

/** How long no window may be there before the program ends, in milliseconds: a page that is reloaded is gone for a moment. */
const GONE = 5_000
/** How long a browser may take to show the window after its process ended (it handed on to one that runs). */
const HANDED_ON = 10_000

/** Serves until interrupted. Each address opens one window; the next is printed for whoever wants another. */
export async function serveWindow({ archive, port, open }: ServeOptions): Promise<ExitStatus> {
  const output = createOutput(false)
  const printAddress = (): void => {
    output.value({ url: host.newAddress() })
  }
  let window: OpenedWindow | null = null
  const onEntered = (): void => {
    window?.entered()
    printAddress()
  }
  const host = await startHost({ archive, port, onEntered, onWindows: () => undefined })
  const interrupted = interruption()
  if (open) window = showWindow(host, output)
  else printAddress()
  await openFirst(host, archive, output)
  await interrupted
  await host.close()
  return EXIT.done
}

/** Serves one window and ends with it; `what` = an archive to open, or an article's link. */
export async function startWindow(options: GlobalOptions, what?: Intent): Promise<ExitStatus> {
  const archive = what?.kind === 'archive' ? what.file : options.archive
  const output = createOutput(false)
  const windows = watchWindows()
  let window: OpenedWindow | null = null
  const onEntered = (): void => window?.entered()
  const host = await startHost({ archive, port: 0, onEntered, onWindows: windows.changed })
  const interrupted = interruption()
  window = showWindow(host, output)
  await openFirst(host, archive, output)
  if (what?.kind === 'article') host.openLink(what.link)
  if (window !== null) void sayWhereWhenUnseen(window, windows, host, output)
  await Promise.race([interrupted, windows.gone])
  await host.close()
  window?.close()
  return EXIT.done
}

interface HostStart {
  readonly archive: string | undefined
  readonly port: number
  readonly onEntered: () => void
  readonly onWindows: (count: number) => void
}

function startHost({ archive, ...more }: HostStart): Promise<BrowserHost> {
  return startBrowserHost({
    ...more,
    windowFolder: WINDOW_FOLDER,
    coreEntry: WORKER,
    originalEntry: ORIGINAL_WORKER,
    usualFile: archivePath(archive),
    scratchFolder: scratchFolder(),
    openOutside,
    reportBug: createBugLog(bugLogPath(process.env)),
  })
}

/** Opens the archive that is there; where there is none, the window offers to make it. */
async function openFirst(host: BrowserHost, archive: string | undefined, output: Output): Promise<void> {
  const file = archivePath(archive)
  if (!existsSync(file)) return
  const opened = await host.holder.open(file, false)
  if (opened.ok) rememberArchive(file)
  else output.failure(opened.error)
}

function showWindow(host: BrowserHost, output: Output): OpenedWindow | null {
  const browser = findBrowser()
  if (browser === null) {
    output.line('No Chromium, Chrome or Edge was found to show the window in.')
    sayAddress(host, output)
    return null
  }
  output.line(`Offprint opens in a window of ${browser.name} (${browser.path}).`)
  return openWindow(browser, profileFolder(browser.path), host.newAddress())
}

function sayAddress(host: BrowserHost, output: Output): void {
  output.line(`Open this address in a browser; it is good once:\n${host.newAddress()}`)
  output.line('Ctrl+C ends Offprint.')
}

/** A browser that ended before any window came in (as root, without a screen) leaves the person an address. */
async function sayWhereWhenUnseen(
  window: OpenedWindow,
  windows: WindowWatch,
  host: BrowserHost,
  output: Output,
): Promise<void> {
  await window.ended
  await setTimeout(HANDED_ON, undefined, { ref: false })
  if (windows.wereAny()) return
  output.line('The browser ended without showing the window.')
  sayAddress(host, output)
}

interface WindowWatch {
  readonly changed: (count: number) => void
  readonly wereAny: () => boolean
  /** All windows that were there are closed. */
  readonly gone: Promise<null>
}

function watchWindows(): WindowWatch {
  const { promise, resolve } = Promise.withResolvers<null>()
  let timer: NodeJS.Timeout | undefined
  let wereAny = false
  return {
    changed: (count) => {
      wereAny ||= count > 0
      clearTimeout(timer)
      if (count === 0) timer = globalThis.setTimeout(resolve, GONE, null)
    },
    wereAny: () => wereAny,
    gone: promise,
  }
}
