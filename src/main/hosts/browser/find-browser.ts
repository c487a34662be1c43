import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** A browser that can show an application's window. */
export interface FoundBrowser {
  /** What people call it. */
  readonly name: string
  readonly path: string
}

/** What the search looks at; given, so that it can be tested for every system on one. */
export interface BrowserSearch {
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
  readonly isProgram: (path: string) => boolean
}

/** Names on the path, the freest first. */
const LINUX: readonly (readonly [program: string, name: string])[] = [
  ['chromium', 'Chromium'],
  ['chromium-browser', 'Chromium'],
  ['google-chrome', 'Chrome'],
  ['google-chrome-stable', 'Chrome'],
  ['microsoft-edge', 'Edge'],
  ['microsoft-edge-stable', 'Edge'],
  ['brave-browser', 'Brave'],
]

const MAC: readonly (readonly [app: string, name: string])[] = [
  ['Chromium', 'Chromium'],
  ['Google Chrome', 'Chrome'],
  ['Microsoft Edge', 'Edge'],
  ['Brave Browser', 'Brave'],
]

const WINDOWS: readonly (readonly [path: string, name: string])[] = [
  ['Chromium/Application/chrome.exe', 'Chromium'],
  ['Google/Chrome/Application/chrome.exe', 'Chrome'],
  ['Microsoft/Edge/Application/msedge.exe', 'Edge'],
  ['BraveSoftware/Brave-Browser/Application/brave.exe', 'Brave'],
]

/** The browser that `CHROMIUM_PATH` names, else the first of Chromium's family that is installed; null = none. */
export function findBrowser(search: BrowserSearch = thisComputer()): FoundBrowser | null {
  const named = search.environment['CHROMIUM_PATH']
  const places = placesOf(search)
  if (named !== undefined && named !== '') places.unshift({ name: 'Chromium', path: named })
  return places.find(({ path }) => search.isProgram(path)) ?? null
}

function placesOf({ platform, environment }: BrowserSearch): FoundBrowser[] {
  if (platform === 'darwin') {
    return MAC.flatMap(([app, name]) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) => ({
        name,
        path: `${folder}/${app}.app/Contents/MacOS/${app}`,
      })),
    )
  }
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name])
    return WINDOWS.flatMap(([path, name]) =>
      roots.flatMap((root) => (root === undefined ? [] : [{ name, path: `${root}/${path}` }])),
    )
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return LINUX.flatMap(([program, name]) => folders.map((folder) => ({ name, path: `${folder}/${program}` })))
}

function thisComputer(): BrowserSearch {
  return { platform: process.platform, environment: process.env, isProgram }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
