import { createClient, type Client, type Transport } from '../shared/ipc/client.ts'

declare global {
  /** The pipe that the host's preload (or the browser host's page) put in place before the interface starts. */
  var offprint: Transport | undefined
}

/** The typed client over the host's pipe. */
export function connect(): Client {
  if (globalThis.offprint === undefined) throw new Error('the host gave no transport')
  return createClient(globalThis.offprint)
}
