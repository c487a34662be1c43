import { existsSync } from 'node:fs'
import { app, session as sessions, type BrowserWindow, type Session, type WebContents } from 'electron'
import { ELECTRON_CHANNELS } from '../../../shared/ipc/electron-channels.ts'
import type { Capabilities } from '../../../shared/ipc/host-contract.ts'
import { ok } from '../../../shared/result.ts'
import { createHostDispatcher } from '../../ipc/host-dispatcher.ts'
import type { ReportBug } from '../../ipc/report-bug.ts'
import { createOriginalViews, type OriginalViews } from '../../ipc/router/original-views.ts'
import { contentPath, createRouter } from '../../ipc/router/router.ts'
import { withTheme } from '../../ipc/router/themed-page.ts'
import { newSecret } from '../../ipc/secret.ts'
import { archivePath, rememberArchive } from '../../places/archive-path.ts'
import { scratchFolder } from '../../places/scratch-folder.ts'
import { readState } from '../../places/state-file.ts'
import { createArticleLinks, type ArticleLinks } from '../article-links.ts'
import { createArchiveHolder, type ArchiveHolder } from '../archive-holder.ts'
import { createHostHandlers, thisPlatform } from '../host-handlers.ts'
import { createOriginalOpener } from '../make-original-view.ts'
import { createOriginalThread } from '../original-thread.ts'
import { readWindowAssets } from '../read-window-assets.ts'
import type { Intent } from '../intent.ts'
import type { OpenOutside } from '../outside-address.ts'
import { openScratch } from '../scratch.ts'
import { APP_ORIGIN, APP_SCHEME, isOurs } from './addresses.ts'
import type { Intents } from './before-ready.ts'
import { closeInOrder } from './close-in-order.ts'
import { createConfirmOutside } from './confirm-outside.ts'
import { askAgain, askAndOpen, askOutside, choosePath, openOutside, sayError } from './dialogs.ts'
import { openGate } from './gate.ts'
import { createDragOut } from './drag-out.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { createKeptFiles } from './kept-files.ts'
import { createPdfPrinter } from './print-pdf.ts'
import { setMenu } from './set-menu.ts'
import { followTheme } from './theme.ts'
import { updatesOfProgram } from './updates/updates-of-program.ts'
import { startUtilityThread } from './utility-thread.ts'
import { openWindow } from './window.ts'

/** Files of the build, and how to report bugs. */
export interface ElectronHostOptions {
  /** Folder of the built window. */
  readonly windowFolder: string
  readonly preload: string
  /** File that the core's processes run. */
  readonly coreEntry: string
  /** File that the process runs which makes originals harmless. */
  readonly originalEntry: string
  readonly reportBug: ReportBug
}

/** Starts the application when Electron is ready: the rules first, then the archive, then the window. */
export async function startElectronHost(options: ElectronHostOptions, intents: Intents): Promise<void> {
  const shown: { window: BrowserWindow | null } = { window: null }
  // One that was closed throws whatever is asked of it; on a Mac the program outlives its window.
  const window = () => (shown.window?.isDestroyed() === false ? shown.window : null)
  const contents = () => window()?.webContents
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, made) => {
    guardContents(made, (address) => {
      const over = window()
      if (over !== null) void askAndOpen(over, address)
    })
  })
  await app.whenReady()
  // In memory: what is deleted from an archive for ever must not stay in a cache on the disk.
  const session = sessions.fromPartition('offprint')
  guardSession(sessions.defaultSession)
  const emit = (name: string, payload: unknown): void => contents()?.send(ELECTRON_CHANNELS.event, name, payload)
  const links = createArticleLinks((link) => {
    emit('host.openArticle', link)
  })
  const show = (): void => {
    links.pause()
    shown.window = openWindow({
      session,
      preload: options.preload,
      devTools: !app.isPackaged,
      onGone: (gone) => {
        links.pause()
        void showAgain(gone)
      },
    })
    setMenu({ groups: [], emit, window, show })
  }
  const { holder, close } = joinHost(options, { session, emit, contents, links, window, show })
  closeInOrder(close)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (contents() === undefined) show()
  })
  show()
  await openFirst(holder)
  intents.take((intent) => {
    if (contents() === undefined) show()
    void follow(intent, { holder, links, window: window() })
  })
}

interface HostParts {
  readonly session: Session
  readonly emit: (name: string, payload: unknown) => void
  readonly window: () => BrowserWindow | null
  readonly contents: () => WebContents | undefined
  readonly links: ArticleLinks
  /** Shows a window. */
  readonly show: () => void
}

/** Joins archive, router and gate; nothing of it is Electron's but the pipe, the scheme and the dialogs. */
function joinHost(
  options: ElectronHostOptions,
  { session, emit, window, contents, links, show }: HostParts,
): { readonly holder: ArchiveHolder; readonly close: () => Promise<void> } {
  const secret = newSecret()
  const originals = createOriginalViews()
  const originalThread = createOriginalThread(startUtilityThread, options.originalEntry)
  const scratch = openScratch(scratchFolder())
  const kept = createKeptFiles(scratch)
  const holder = createArchiveHolder({
    startThread: startUtilityThread,
    entry: options.coreEntry,
    usualFile: archivePath(undefined),
    onEvent: (name, payload) => {
      if (name === 'host.archiveChanged') originals.clear()
      emit(name, payload)
    },
  })
  serveScheme(session, options.windowFolder, { secret, content: holder.content, originals })
  const capabilities = capabilitiesAt(contentPath(secret))
  const { contentBase } = capabilities
  const handlers = createHostHandlers({
    holder,
    capabilities,
    printPdf: createPdfPrinter({ session, content: holder.content, contentBase, window }),
    dragOut: createDragOut({ scratch, content: holder.content, contents }),
    updates: updatesOfProgram(window, (progress) => {
      emit('host.updateProgress', progress)
    }),
    openOriginal: createOriginalOpener({
      thread: originalThread,
      content: holder.content,
      originals,
      origin: APP_ORIGIN,
    }),
    openOutside: createOutsideOpener(window),
    links,
    forgetUpload: ({ folder }) => kept.forget(folder),
    choosePath: async ({ purpose, start }) => {
      const over = window()
      return ok({ path: over === null ? null : await choosePath(over, purpose, start) })
    },
    setMenu: ({ groups }) => {
      setMenu({ groups, emit, window, show })
      return ok({})
    },
    onSettings: followTheme(),
  })
  const dispatch = createHostDispatcher({ handlers, core: holder.request, reportBug: options.reportBug })
  openGate({ dispatch, keepFile: kept.keep, window: contents })
  return {
    holder,
    close: async () => {
      await originalThread.close()
      await holder.close()
      scratch.remove()
    },
  }
}

function createOutsideOpener(window: HostParts['window']): OpenOutside {
  const confirmOutside = createConfirmOutside(async (address) => {
    const over = window()
    return over !== null && (await askOutside(over, address))
  })
  // Somebody who does not want it is answered like one who does: nothing went wrong.
  return async (address) => !(await confirmOutside(address)) || openOutside(address)
}

function capabilitiesAt(content: string): Capabilities {
  return {
    host: 'electron',
    platform: thisPlatform(),
    contentBase: `${APP_ORIGIN}${content}`,
    nativeMenus: true,
    fileDialogs: true,
    printToPdf: true,
    dragFiles: true,
    updates: true,
  }
}

/** The scheme's addresses go to the router that the browser host has too. */
function serveScheme(
  session: Session,
  windowFolder: string,
  served: { readonly secret: string; readonly content: ArchiveHolder['content']; readonly originals: OriginalViews },
): void {
  const assets = withTheme(readWindowAssets(windowFolder), () => readState().settings?.['theme'])
  const router = createRouter({ ...served, assets, pipe: '' })
  session.protocol.handle(APP_SCHEME, (request) =>
    isOurs(request.url) ? router(request) : new Response(null, { status: 404 }),
  )
}

/** Opens the archive that is there; where there is none, or it cannot be opened, the window says so. */
async function openFirst(holder: ArchiveHolder): Promise<void> {
  const file = archivePath(undefined)
  if (!existsSync(file)) return
  const opened = await holder.open(file, false)
  if (opened.ok) rememberArchive(opened.value.file)
}

interface FollowParts {
  readonly holder: ArchiveHolder
  readonly links: ArticleLinks
  readonly window: BrowserWindow | null
}

/** Does what the system asked for. */
async function follow(intent: Intent, { holder, links, window }: FollowParts): Promise<void> {
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
  if (intent.kind === 'article') links.open(intent.link)
  if (intent.kind !== 'archive') return
  const opened = await holder.open(intent.file, false)
  if (opened.ok) rememberArchive(opened.value.file)
  else if (window !== null) await sayError(window, opened.error)
}

async function showAgain(window: BrowserWindow): Promise<void> {
  if (await askAgain(window)) window.reload()
  else app.quit()
}
