import { join } from 'node:path'
import { app, BrowserWindow, nativeImage, nativeTheme, screen, type NativeImage, type Session } from 'electron'
import { readState, rememberState } from '../../places/state-file.ts'
import { WINDOW_ADDRESS } from './addresses.ts'
import { webPreferences } from './web-preferences.ts'
import { LEAST_SIZE, readPlace, USUAL_SIZE } from './window-bounds.ts'

/** What a window is made of. */
export interface WindowOptions {
  readonly session: Session
  /** File that the preload was built to. */
  readonly preload: string
  readonly devTools: boolean
  /** The page's process ended by itself, or the page could not be loaded. */
  readonly onGone: (window: BrowserWindow) => void
}

/** The first paint has the colour of the page (`--surface-canvas` in light and dark), so that nothing flashes. */
const GROUND = { light: '#f8faf9', dark: '#131918' } as const

/** Opens the window where it was the last time. */
export function openWindow({ session, preload, devTools, onGone }: WindowOptions): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { bounds, maximized } = readPlace(readState().window, screens)
  const window = new BrowserWindow({
    ...(bounds ?? USUAL_SIZE),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Offprint',
    // Elsewhere the program's file has it.
    ...(process.platform === 'linux' ? { icon: appIcon() } : {}),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: webPreferences(session, preload, devTools),
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    else window.show()
  })
  window.on('close', () => {
    rememberState({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } })
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') onGone(window)
  })
  window.loadURL(WINDOW_ADDRESS).catch((error: unknown) => {
    // One that was closed, or loaded again before it was there, has not failed.
    if (!window.isDestroyed() && (error as { code?: unknown }).code !== 'ERR_ABORTED') onGone(window)
  })
  return window
}

/** The program's picture, as it is packed. */
export function appIcon(): NativeImage {
  return nativeImage.createFromPath(join(app.getAppPath(), 'resources/icons/64x64.png'))
}

/** Makes a page that nobody sees, without scripts, for the time of printing; whoever made it destroys it. */
export function makeHiddenPage(session: Session): BrowserWindow {
  return new BrowserWindow({ show: false, webPreferences: webPreferences(session, null, false) })
}
