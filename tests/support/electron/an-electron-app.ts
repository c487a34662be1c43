import { fork } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHostClient, type HostClient } from '../../../src/shared/ipc/client.ts'
import { tempDir } from '../temp-dir.ts'
import { runPreload, type RanPreload } from './built-preload.ts'
import type { FakeMessage, FetchedAnswer, LogEntry, Order } from './protocol.ts'

const ROOT = join(import.meta.dirname, '../../..')
const REGISTER = join(import.meta.dirname, 'register.ts')

/** The built desktop application, running without Electron. */
export interface TestApp {
  /** Folder that everything it remembers lies in. */
  readonly home: string
  readonly preload: RanPreload
  readonly client: HostClient
  readonly order: (order: Order) => Promise<unknown>
  readonly fetch: (
    url: string,
    options?: { headers?: Record<string, string>; method?: string },
  ) => Promise<FetchedAnswer>
  readonly log: () => Promise<readonly LogEntry[]>
  /** The exit status, when it ended. */
  readonly ended: Promise<number | null>
}

/** How to start it. */
export interface TestAppOptions {
  readonly home?: string
  readonly args?: readonly string[]
  readonly environment?: NodeJS.ProcessEnv
  /** The main bundle; another for planted faults. */
  readonly main?: string
}

/** How long the window may take to come, in milliseconds: no test waits for one that never does. */
const TIME = 30_000

/** Starts it and waits for its window; ended when the running test ends. */
export async function anElectronApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { child, home, ended, problems } = startMain(options)
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const window = Promise.withResolvers<string>()
  const page: { preload?: RanPreload } = {}
  child.on('message', (sent) => {
    const message = sent as FakeMessage
    if (message.kind === 'window') window.resolve(message.preload)
    else if (message.kind === 'no-window') window.reject(new Error(`no window came: ${message.reason}`))
    else if (message.kind === 'sent') page.preload?.receive(message.channel, message.args)
    else if (message.error === undefined) waiting.get(message.id)?.resolve(message.value)
    else waiting.get(message.id)?.reject(new Error(message.error))
  })
  void ended.then((code) => {
    const error = new Error(`the application ended (${String(code)}): ${problems()}`)
    window.reject(error)
    for (const { reject } of waiting.values()) reject(error)
  })
  let lastId = 0
  const order = (wanted: Order): Promise<unknown> => {
    const id = ++lastId
    const answer = Promise.withResolvers<unknown>()
    waiting.set(id, answer)
    // Whoever does not wait for the answer does not mind either that the application ends.
    answer.promise.catch(() => undefined)
    // What cannot be cloned is refused here, as it is between a page and the main process.
    child.send({ id, order: structuredClone(wanted) })
    return answer.promise
  }
  const late = setTimeout(() => {
    window.reject(new Error('no window came'))
  }, TIME)
  const file = await window.promise
  clearTimeout(late)
  const preload = runPreload(file, (channel, args) => order({ do: 'invoke', channel, args, sender: 'window' }))
  page.preload = preload
  return {
    ...{ home, preload, order, ended },
    client: createHostClient(preload.bridge),
    fetch: async (url, { headers = {}, method = 'GET' } = {}) =>
      (await order({ do: 'fetch', url, headers, method })) as FetchedAnswer,
    log: async () => (await order({ do: 'log' })) as readonly LogEntry[],
  }
}

/** Starts the main bundle over the fake and says how it ends. */
export function startMain({ home = tempDir(), args = [], environment = {}, main }: TestAppOptions) {
  const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home }
  const child = fork(main ?? join(ROOT, 'out/main/index.js'), args, {
    execArgv: ['--import', REGISTER],
    env: { ...process.env, ...own, ...environment },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (data: Buffer) => (said += data.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, home, ended, problems: () => said }
}
