import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import type { BrowserWindow as RealWindow, BrowserWindowConstructorOptions, Item, WebContents } from 'electron'
import type { FakeSession } from './fake-sessions.ts'
import { note, only, tell } from './fake-state.ts'

/** A window's contents. */
export interface FakeContents extends EventEmitter {
  readonly id: number
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null
  readonly send: (channel: string, ...args: readonly unknown[]) => void
  /** Address of the page that is loaded. */
  url: string | null
  session: FakeSession | null
}

/** A window. */
export interface FakeWindow extends EventEmitter {
  readonly webContents: FakeContents
  readonly close: () => void
  readonly isDestroyed: () => boolean
  readonly session: FakeSession
}

let lastId = 0

/** Makes contents: every argument that goes to a page is cloned, as the process border does. */
export function makeContents(): FakeContents {
  const contents = Object.assign(new EventEmitter(), {
    id: ++lastId,
    openHandler: null as FakeContents['openHandler'],
    url: null as string | null,
    session: null as FakeSession | null,
    ...({
      send: (channel: string, ...args: readonly unknown[]) => {
        tell({ kind: 'sent', channel, args: structuredClone(args) })
      },
      // No PDF, but the document that would be printed: what the session's handler answers for the loaded address.
      printToPDF: async (options: unknown) => {
        note('printToPDF', { url: contents.url, options: structuredClone(options) })
        if (process.env['FAKE_ELECTRON_PRINT'] === 'fails') throw new Error('Failed to generate PDF: Printing failed')
        const { url, session } = contents
        if (url === null) throw new Error('nothing was loaded')
        const answer = await session?.handlers.get(url.split(':')[0] ?? '')?.(new Request(url))
        return Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0))
      },
      startDrag: ({ file, files = [], icon }: Item) => {
        const all = [...new Set([file, ...files])]
        const missing = all.filter((path) => !existsSync(path))
        if (missing.length > 0) throw new Error(`startDrag: no such file ${missing.join(', ')}`)
        if ((icon as { isEmpty?: () => boolean }).isEmpty?.() !== false)
          throw new Error('startDrag: Must specify non-empty icon')
        note('startDrag', { files: all, texts: all.map((path) => readFileSync(path, 'utf8')) })
      },
      setWebRTCIPHandlingPolicy: (policy: string) => {
        note('webrtc', policy)
      },
    } satisfies Partial<Record<keyof WebContents, unknown>>),
    setWindowOpenHandler: (handler: FakeContents['openHandler']) => {
      contents.openHandler = handler
    },
  })
  return contents
}

/** Makes a window; what is odd about its options is an error here, and would be a hole or a blank window there. */
export function makeWindow(
  options: BrowserWindowConstructorOptions,
  on: { readonly made: (contents: FakeContents) => void; readonly closed: (window: FakeWindow) => void },
): FakeWindow {
  only('after', 'new BrowserWindow')
  const { session, preload = '', ...others } = options.webPreferences ?? {}
  if (session === undefined) throw new Error('the window has no session of its own')
  const own = session as unknown as FakeSession
  const contents = makeContents()
  contents.session = own
  note('window', { ...options, webPreferences: { ...others, preload, partition: own.partition } })
  let destroyed = false
  const emitter = new EventEmitter()
  const window = Object.assign(emitter, {
    ...{ webContents: contents, session: own },
    ...({
      loadURL: (url: string) => {
        note('loadURL', url)
        if (!own.handlers.has(url.split(':')[0] ?? '')) {
          const reason = `ERR_UNKNOWN_URL_SCHEME ${url}`
          tell({ kind: 'no-window', reason })
          return Promise.reject(new Error(reason))
        }
        contents.url = url
        // A page without a preload talks to nobody, the test neither.
        if (preload !== '') tell({ kind: 'window', preload, url })
        setImmediate(() => emitter.emit('ready-to-show'))
        return Promise.resolve()
      },
      isDestroyed: () => destroyed,
      isMinimized: () => true,
      isMaximized: () => false,
      maximize: () => {
        note('maximize')
      },
      restore: () => {
        note('restore')
      },
      focus: () => {
        note('focus')
      },
      show: () => {
        note('show')
      },
      reload: () => {
        note('reload')
      },
      setProgressBar: (share: number) => {
        note('progress', share)
      },
      destroy: () => {
        note('destroy')
        destroyed = true
        emitter.emit('closed')
        on.closed(window)
      },
      getNormalBounds: () => ({ x: 10, y: 20, width: 1000, height: 700 }),
      close: () => {
        if (destroyed) return
        emitter.emit('close', {})
        destroyed = true
        emitter.emit('closed')
        on.closed(window)
      },
    } satisfies Partial<Record<keyof RealWindow, unknown>>),
  })
  on.made(contents)
  return window
}
