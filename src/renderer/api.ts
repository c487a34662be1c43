import { createHostClient, type HostClient } from '../shared/ipc/client.ts'
import type { Capabilities } from '../shared/ipc/host-contract.ts'
import type { ElectronBridge } from '../shared/ipc/electron-bridge.ts'
import { openBrowserPipe } from './pipe/browser-pipe.ts'
import { openElectronPipe } from './pipe/electron-pipe.ts'
import type { GiveFiles } from './pipe/host-pipe.ts'

/** What the interface stands on: requests, what this host can do, and how files come in. */
export interface Host {
  readonly client: HostClient
  readonly capabilities: Capabilities
  readonly give: GiveFiles
}

declare global {
  /** Set by Electron's preload; the browser host is reached over its own address instead. */
  var offprint: ElectronBridge<File> | undefined
}

let host: Host | null = null

/** Reaches the host and asks what it can do; once, before the application is mounted. */
export async function connect(): Promise<Host> {
  const bridge = globalThis.offprint
  const pipe = bridge === undefined ? await openBrowserPipe() : openElectronPipe(bridge)
  const client = createHostClient(pipe)
  const capabilities = await client.request('host.capabilities', {})
  if (!capabilities.ok) throw new Error(capabilities.error.code)
  useHost({ client, capabilities: capabilities.value, give: pipe.give })
  return theHost()
}

/** Makes this the host of all stores; tests bring their own. */
export function useHost(next: Host): void {
  host = next
}

/** The host. Stores call it in their actions, never when they are made. */
export function theHost(): Host {
  if (host === null) throw new Error('not connected yet')
  return host
}
