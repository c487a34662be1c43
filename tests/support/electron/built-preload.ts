import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import type { ElectronBridge } from '../../../src/shared/ipc/electron-bridge.ts'

/** What a sandboxed preload may require of Electron; other modules exist, and ours needs none. */
const ELECTRON_PARTS = ['contextBridge', 'crashReporter', 'ipcRenderer', 'nativeImage', 'webFrame', 'webUtils']

/** What a preload did when it ran. */
export interface RanPreload {
  readonly bridge: ElectronBridge<unknown>
  /** Names that it put into the page's world. */
  readonly exposed: readonly string[]
  readonly required: readonly string[]
  /** Something came from the main process. */
  readonly receive: (channel: string, args: readonly unknown[]) => void
}

/** Runs a built preload as a sandboxed one runs: CommonJS, a `require` that knows little, no Node. */
export function runPreload(
  file: string,
  invoke: (channel: string, args: readonly unknown[]) => Promise<unknown>,
): RanPreload {
  const world: Record<string, unknown> = {}
  const required: string[] = []
  const channels = new EventEmitter()
  const ipcRenderer = {
    invoke: (channel: string, ...args: readonly unknown[]) => invoke(channel, args),
    on: (channel: string, listener: (...args: unknown[]) => void) => channels.on(channel, listener),
    off: (channel: string, listener: (...args: unknown[]) => void) => channels.off(channel, listener),
  }
  const electron: Record<string, unknown> = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        world[name] = api
      },
    },
    ipcRenderer,
    webUtils: { getPathForFile: (file: { readonly fakePath?: string }) => file.fakePath ?? '' },
  }
  const require = (name: string): unknown => {
    required.push(name)
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return new Proxy(electron, {
      get: (parts, part) => {
        if (!ELECTRON_PARTS.includes(String(part)))
          throw new Error(`a sandboxed preload has no electron.${String(part)}`)
        return parts[String(part)]
      },
    })
  }
  const context = createContext({ require, exports: {}, module: { exports: {} } })
  runInContext(readFileSync(file, 'utf8'), context, { filename: file })
  return {
    bridge: world['offprint'] as ElectronBridge<unknown>,
    exposed: Object.keys(world),
    required,
    receive: (channel, args) => void channels.emit(channel, { sender: 'Electron' }, ...args),
  }
}
