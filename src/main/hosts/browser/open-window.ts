import { spawn } from 'node:child_process'
import type { FoundBrowser } from './find-browser.ts'
import { writeRedirectFile } from './redirect-file.ts'

/** A browser's window that shows the application. */
export interface OpenedWindow {
  /** The browser's process ended, or could not be started. Another that runs already may show the window all the same. */
  readonly ended: Promise<void>
  /** The window came in: the page that led to it is removed. */
  readonly entered: () => void
  readonly close: () => void
}

/** How long the page that leads to the window may lie there, in milliseconds. */
const REDIRECT_LIFE = 60_000

/** A window without address bar and tabs, with a profile of its own; the browser itself asks nothing of any network. */
const SWITCHES = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--password-store=basic',
  '--hide-crash-restore-bubble',
  '--window-size=1440,900',
  '--class=Offprint',
]

/** Opens an address that is good once. `profile` is the folder of the browser's own profile for this application. */
export function openWindow(browser: FoundBrowser, profile: string, address: string): OpenedWindow {
  const redirect = writeRedirectFile(profile, address)
  const timer = setTimeout(redirect.remove, REDIRECT_LIFE)
  const child = spawn(browser.path, [`--app=${redirect.url}`, `--user-data-dir=${profile}`, ...SWITCHES], {
    stdio: 'ignore',
  })
  const entered = (): void => {
    clearTimeout(timer)
    redirect.remove()
  }
  return {
    ended: new Promise((resolve) => {
      child.once('error', () => {
        resolve()
      })
      child.once('exit', () => {
        resolve()
      })
    }),
    entered,
    close: () => {
      entered()
      child.kill()
    },
  }
}
