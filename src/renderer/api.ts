import { createHostClient, type HostClient, type Transport } from '../shared/ipc/client.ts'
import type { Capabilities, GivenPaths } from '../shared/ipc/host-contract.ts'
import type { Result } from '../shared/result.ts'

/** A file that a person dropped or chose, with its path relative to what was dropped. */
export interface GivenFile {
  readonly path: string
  readonly file: File
}

/** Puts files where an import can read them; progress in bytes. */
export type GiveFiles = (
  files: readonly GivenFile[],
  onProgress: (sent: number, total: number) => void,
) => Promise<Result<GivenPaths>>

/** What the interface stands on: requests, what this host can do, and how files come in. */
export interface Host {
  readonly client: HostClient
  readonly capabilities: Capabilities
  readonly give: GiveFiles
}

/** The pipe that a host puts in place before the interface starts. */
export interface HostPipe extends Transport {
  readonly give: GiveFiles
}

declare global {
  /** Set by Electron's preload; the browser host is reached over its own address instead. */
  var offprint: HostPipe | undefined
}

let host: Host | null = null

/** Reaches the host and asks what it can do; once, before the application is mounted. */
export async function connect(): Promise<Host> {
  const pipe = globalThis.offprint
  if (pipe === undefined) throw new Error('the host gave no transport')
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
