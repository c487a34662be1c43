import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Electron from 'electron'
import { fakeRequest } from './fake-net.ts'
import { sessionOf, type FakeSession } from './fake-sessions.ts'
import { note, only, state, tell } from './fake-state.ts'
import { makeContents, makeWindow, type FakeContents, type FakeWindow } from './fake-windows.ts'
import type { FakeSender, FetchedAnswer, Order } from './protocol.ts'

/**
 * The part of Electron that the program uses, with Electron's rules about when and how: what breaks them throws. Names
 * are checked against the types of the real package. What pages, menus and dialogs look like, no fake can say.
 */
type Names<Of> = Partial<Record<keyof Of, unknown>>

// The program asks which system it is on; one other than the test's can be named.
const { FAKE_ELECTRON_PLATFORM: platform = process.platform } = process.env
Object.defineProperty(process, 'platform', { value: platform })

const windows = new Set<FakeWindow>()
const cores = new Set<ChildProcess>()
let dialogAnswer: Readonly<Record<string, unknown>> = {}
/** Buttons of the message boxes to come, in order. */
let responses: number[] = []
let schemes: readonly string[] = []
let menu: Electron.MenuItemConstructorOptions[] = []

const events = new EventEmitter()
const whenReady = new Promise<void>((resolve) => {
  setTimeout(() => {
    state.ready = true
    events.emit('ready')
    resolve()
  }, 20)
})

export const app = Object.assign(events, {
  isPackaged: true,
  whenReady: () => whenReady,
  enableSandbox: () => {
    only('before', 'app.enableSandbox')
    note('enableSandbox')
  },
  requestSingleInstanceLock: (data: unknown) => {
    note('lock', structuredClone(data))
    return process.env['FAKE_ELECTRON_RUNS'] === undefined
  },
  setAsDefaultProtocolClient: (scheme: string) => {
    note('protocol client', scheme)
    return true
  },
  getVersion: () => '1.2.3',
  getName: () => 'offprint',
  // The folder that the entry's package.json lies in.
  getAppPath: () => dirname(dirname(dirname(process.argv[1] ?? ''))),
  getPath: (name: string) => join(process.env['HOME'] ?? '', 'paths', name),
  getLocaleCountryCode: () => 'DE',
  quit: () => {
    for (const window of windows) window.close()
    if (!isPrevented(events, 'will-quit', {})) app.exit()
  },
  exit: (code = 0) => {
    note('exit', code)
    events.emit('quit', {}, code)
    process.exit(code)
  },
} satisfies Names<Electron.App>)

export const crashReporter = {
  start: (options: unknown) => {
    only('before', 'crashReporter.start')
    note('crashReporter', options)
  },
} satisfies Names<Electron.CrashReporter>

export const protocol = {
  registerSchemesAsPrivileged: (list: readonly Electron.CustomScheme[]) => {
    only('before', 'protocol.registerSchemesAsPrivileged')
    if (schemes.length > 0) throw new Error('registerSchemesAsPrivileged can be called only once')
    schemes = list.map(({ scheme }) => scheme)
    note('schemes', structuredClone(list))
  },
} satisfies Names<Electron.Protocol>

const created = (made: FakeSession): void => {
  events.emit('session-created', made)
}
export const session = {
  fromPartition: (partition: string) => sessionOf(partition, created),
  get defaultSession() {
    return sessionOf('', created)
  },
} satisfies Names<typeof Electron.session>

/** A window of the fake; `new` on a function that answers an object gives that object. */
export const BrowserWindow = function (options: Electron.BrowserWindowConstructorOptions): FakeWindow {
  const window = makeWindow(options, {
    made: (contents) => events.emit('web-contents-created', {}, contents),
    closed: (closed) => {
      windows.delete(closed)
      if (windows.size === 0) events.emit('window-all-closed')
    },
  })
  windows.add(window)
  return window
}

export const screen = {
  getAllDisplays: () => {
    only('after', 'screen')
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }]
  },
} satisfies Names<Electron.Screen>

export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' } satisfies Names<Electron.NativeTheme>

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => {
    menu = template
    note('menu', JSON.parse(JSON.stringify(template)))
  },
} satisfies Names<typeof Electron.Menu>

const ask = (kind: string) => (first: unknown, second?: unknown) => {
  if (second !== undefined && (first as FakeWindow).isDestroyed()) throw new TypeError('Object has been destroyed')
  note(kind, structuredClone(second ?? first))
  if (dialogAnswer['never'] === true) return new Promise<never>(() => undefined)
  return Promise.resolve({
    canceled: true,
    filePath: '',
    filePaths: [],
    response: responses.shift() ?? 0,
    ...dialogAnswer,
  })
}
export const dialog = {
  showOpenDialog: ask('open dialog'),
  showSaveDialog: ask('save dialog'),
  showMessageBox: ask('message box'),
  showErrorBox: (title: string) => {
    process.stderr.write(`${title}\n`)
  },
} satisfies Names<Electron.Dialog>

export const shell = {
  openExternal: (url: string) => {
    note('openExternal', url)
    return Promise.resolve()
  },
  openPath: (path: string) => {
    note('openPath', path)
    return Promise.resolve('')
  },
} satisfies Names<Electron.Shell>

// Where a package's own files lie.
Object.assign(process, { resourcesPath: process.env['FAKE_ELECTRON_RESOURCES'] ?? '/fake/resources' })

/** A picture by the file it was read from; what it can do lies on its prototype, so that the log can be sent. */
function aPicture(path: string): object {
  // What cannot be read is an empty picture, and no error.
  return Object.create({ isEmpty: () => !existsSync(path) }, { path: { value: path, enumerable: true } }) as object
}

export const nativeImage = {
  createFromPath: aPicture,
} satisfies Names<typeof Electron.nativeImage>

export const net = { request: fakeRequest } satisfies Names<Electron.Net>

/** A Mac's own updater; here it does nothing. */
export const autoUpdater = new EventEmitter()

type InvokeHandler = (event: unknown, ...args: readonly unknown[]) => unknown
const invokeHandlers = new Map<string, InvokeHandler>()
export const ipcMain = {
  handle: (channel: string, handler: InvokeHandler) => {
    if (invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    invokeHandlers.set(channel, handler)
    note('handle', channel)
  },
} satisfies Names<Electron.IpcMain>

const PARENT_PORT = fileURLToPath(new URL('parent-port.ts', import.meta.url))

export const utilityProcess = {
  fork: (file: string, args: readonly string[] = [], options: Electron.ForkOptions = {}) => {
    only('after', 'utilityProcess.fork')
    if (!existsSync(file)) throw new Error(`utilityProcess.fork: no such file ${file}`)
    note('fork', { file, serviceName: options.serviceName })
    const child = fork(file, args, { execArgv: ['--import', PARENT_PORT], serialization: 'advanced' })
    cores.add(child)
    const emitter = new EventEmitter()
    let spawned = false
    child.once('spawn', () => {
      spawned = true
      emitter.emit('spawn')
    })
    child.on('message', (message) => emitter.emit('message', message))
    child.once('exit', (code) => {
      cores.delete(child)
      emitter.emit('exit', code)
    })
    return Object.assign(emitter, {
      postMessage: (message: object) => child.send(message),
      kill: () => spawned && child.kill(),
    } satisfies Names<Electron.UtilityProcess>)
  },
} satisfies Names<typeof Electron.utilityProcess>

function theWindow(): FakeWindow {
  const [window] = windows
  if (window === undefined) throw new Error('there is no window')
  return window
}

function eventFrom(sender: FakeSender): unknown {
  const top = { origin: 'app://bundle', parent: null }
  const frames = {
    window: top,
    'sub-frame': { origin: 'app://bundle', parent: top },
    'foreign-page': { origin: 'https://example.org', parent: null },
    'foreign-contents': top,
    gone: null,
  }
  const contents: FakeContents = sender === 'foreign-contents' ? makeContents() : theWindow().webContents
  return { sender: contents, senderFrame: frames[sender] }
}

async function invoke({ channel, args, sender }: Extract<Order, { do: 'invoke' }>): Promise<unknown> {
  const handler = invokeHandlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return structuredClone(await handler(eventFrom(sender), ...structuredClone(args)))
}

async function load({ url, headers, method }: Extract<Order, { do: 'fetch' }>): Promise<FetchedAnswer> {
  const handler = theWindow().session.handlers.get(url.split(':')[0] ?? '')
  if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME ${url}`)
  const answer = await handler(new Request(url, { headers, method }))
  const body = new Uint8Array(await answer.arrayBuffer())
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body }
}

/** Emits an event that can be prevented and answers whether it was. */
function isPrevented(emitter: EventEmitter, event: string, details: object, ...more: readonly unknown[]): boolean {
  let prevented = false
  emitter.emit(event, { ...details, preventDefault: () => (prevented = true) }, ...more)
  return prevented
}

function permission({ partition, name, from }: Extract<Order, { do: 'permission' }>): unknown {
  const { given } = sessionOf(partition)
  let asked: unknown = null
  given.permissionRequest?.({}, name, (is: unknown) => (asked = is), { requestingUrl: from, isMainFrame: true })
  return [asked, given.permissionCheck?.(null, name, from, {}), given.device?.({}), given.spellChecker, given.proxy]
}

function decideLoad({ partition, url }: Extract<Order, { do: 'load' }>): unknown {
  let answer: unknown = null
  sessionOf(partition).given.beforeRequest?.({ url }, (decided: unknown) => (answer = decided))
  return answer
}

function choose(items: readonly Electron.MenuItemConstructorOptions[], id: string): boolean {
  return items.some((item) => {
    if (item.id === id || item.label === id) {
      ;(item.click as () => void)()
      return true
    }
    return Array.isArray(item.submenu) && choose(item.submenu, id)
  })
}

/** What each order has the fake do. */
const DO: { readonly [Kind in Order['do']]: (order: Extract<Order, { do: Kind }>) => unknown } = {
  invoke,
  fetch: load,
  app: ({ event, args }) => events.emit(event, { preventDefault: () => undefined }, ...args),
  contents: ({ event, details }) => isPrevented(theWindow().webContents, event, details, details),
  'window-open': ({ url }) => theWindow().webContents.openHandler?.({ url }),
  permission,
  load: decideLoad,
  download: ({ url }) => isPrevented(theWindow().session, 'will-download', {}, { getURL: () => url }),
  'make-session': ({ partition }) => sessionOf(partition, created).partition,
  menu: ({ id }) => choose(menu, id),
  'answer-dialog': ({ answer: { responses: next, ...answer } }) => {
    dialogAnswer = answer
    responses = [...((next as number[] | undefined) ?? [])]
  },
  'kill-core': () => [...cores][0]?.kill('SIGKILL'),
  'pass-time': ({ milliseconds }) => {
    const now = performance.now.bind(performance)
    performance.now = () => now() + milliseconds
  },
  log: () => [...state.log, { what: 'theme', ready: true, details: nativeTheme.themeSource }],
  'close-window': () => {
    theWindow().close()
  },
}

function obey(order: Order): unknown {
  return (DO[order.do] as (order: Order) => unknown)(order)
}

process.on('message', (message) => {
  const { id, order } = message as { readonly id: number; readonly order: Order }
  void Promise.resolve()
    .then(() => obey(order))
    .then((value) => {
      tell({ kind: 'answer', id, value })
    })
    // Also of an answer that cannot be sent.
    .catch((error: unknown) => {
      tell({ kind: 'answer', id, error: String(error) })
    })
})
