import { appError } from '../../../shared/app-error.ts'
import type { ArticleLink, Capabilities } from '../../../shared/ipc/host-contract.ts'
import { err } from '../../../shared/result.ts'
import { createHostDispatcher } from '../../ipc/host-dispatcher.ts'
import type { ReportBug } from '../../ipc/report-bug.ts'
import { createOriginalViews } from '../../ipc/router/original-views.ts'
import { contentPath, createRouter } from '../../ipc/router/router.ts'
import { withTheme } from '../../ipc/router/themed-page.ts'
import { newSecret } from '../../ipc/secret.ts'
import { readState } from '../../places/state-file.ts'
import { createOriginalOpener } from '../make-original-view.ts'
import { createOriginalThread } from '../original-thread.ts'
import { createArticleLinks } from '../article-links.ts'
import { createArchiveHolder, type ArchiveHolder } from '../archive-holder.ts'
import { createHostHandlers, thisPlatform } from '../host-handlers.ts'
import type { OpenOutside } from '../outside-address.ts'
import { createPipes } from './pipe.ts'
import { readWindowAssets } from '../read-window-assets.ts'
import { openScratch } from '../scratch.ts'
import { listenOnLoopback } from './server.ts'
import { createSessions } from './sessions.ts'
import { createUploads } from './uploads.ts'
import { startWorkerThread } from './worker-thread.ts'

/** How to start the browser host. */
export interface BrowserHostOptions {
  /** 0 = any that is free. */
  readonly port: number
  /** Folder of the built window. */
  readonly windowFolder: string
  /** File that the core's threads run. */
  readonly coreEntry: string
  /** File that the thread runs which makes originals harmless. */
  readonly originalEntry: string
  /** Where a new archive would be made while none is open. */
  readonly usualFile: string
  /** Folder for files on their way into an import; nothing in it outlives the host. */
  readonly scratchFolder: string
  readonly reportBug: ReportBug
  readonly openOutside: OpenOutside
  /** A window came in by the address of `newAddress`, which opens no other. */
  readonly onEntered: () => void
  /** The number of connected windows changed. */
  readonly onWindows: (count: number) => void
}

/** A browser host that serves. */
export interface BrowserHost {
  readonly holder: ArchiveHolder
  /** Shows the article of a link in the windows, or in the first that comes. */
  readonly openLink: (link: ArticleLink) => void
  /** An address that opens one window, once; the one before it opens none any more. */
  readonly newAddress: () => string
  /** Ends windows and uploads, closes the archive in order. */
  readonly close: () => Promise<void>
}

/** Joins server, router, pipes and the archive. */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const assets = withTheme(readWindowAssets(options.windowFolder), () => readState().settings?.['theme'])
  const server = await listenOnLoopback(options.port, options.reportBug)
  const address = `127.0.0.1:${String(server.port)}`
  const sessions = createSessions(Date.now)
  const secret = newSecret()
  const originals = createOriginalViews()
  const originalThread = createOriginalThread(startWorkerThread, options.originalEntry)
  const scratch = openScratch(options.scratchFolder)
  const uploads = createUploads(scratch, sessions.isKnown)
  const holder = createArchiveHolder({
    startThread: startWorkerThread,
    entry: options.coreEntry,
    usualFile: options.usualFile,
    onEvent: (name, payload) => {
      if (name === 'host.archiveChanged') originals.clear()
      pipes.emit(name, payload)
    },
  })
  const links = createArticleLinks((link) => {
    pipes.emit('host.openArticle', link)
  })
  const handlers = createHostHandlers({
    holder,
    capabilities: capabilitiesAt(`http://${address}${contentPath(secret)}`),
    openOriginal: createOriginalOpener({
      thread: originalThread,
      content: holder.content,
      originals,
      origin: `http://${address}`,
    }),
    printPdf: () => err(appError('host/no-pdf')),
    updates: { check: () => err(appError('host/no-updates')), stop: () => err(appError('host/no-updates')) },
    openOutside: options.openOutside,
    forgetUpload: ({ folder }) => uploads.forget(folder),
    ...NOT_OF_BROWSERS,
    links,
    onSettings: () => undefined,
  })
  const dispatch = createHostDispatcher({ handlers, core: holder.request, reportBug: options.reportBug })
  const { onEntered, onWindows } = options
  const pipes = createPipes({ sessions, dispatch, onEntered, onCount: onWindows })
  server.serve({
    router: createRouter({ assets, secret, content: holder.content, originals, pipe: `ws://${address}` }),
    pipes,
    upload: uploads.receive,
  })
  // Node loads what answers are made of with the first of them: 40 ms that pass while the browser starts.
  setImmediate(() => new Response(null))
  return {
    holder,
    openLink: links.open,
    newAddress: () => `http://${address}/#${sessions.newToken()}`,
    close: async () => {
      await server.close()
      await originalThread.close()
      await holder.close()
      scratch.remove()
    },
  }
}

const NOT_OF_BROWSERS = {
  dragOut: () => err(appError('host/no-drag-out')),
  choosePath: () => err(appError('host/no-dialogs')),
  setMenu: () => err(appError('host/no-dialogs')),
}

function capabilitiesAt(contentBase: string): Capabilities {
  return {
    ...{ host: 'browser', platform: thisPlatform(), contentBase },
    nativeMenus: false,
    fileDialogs: false,
    printToPdf: false,
    dragFiles: false,
    updates: false,
  }
}
