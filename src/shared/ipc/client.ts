import type { Result } from '../result.ts'
import type { Events, Requests } from './contract.ts'
import type { HostEvents, HostRequests } from './host-contract.ts'

/** What a host gives the interface: one pipe out, one pipe in. Values are plain JSON. */
export interface Transport {
  readonly request: (name: string, input: unknown) => Promise<unknown>
  /** Calls back for every event; answers the function that ends it. */
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => () => void
}

/** A list of requests such as `Requests`: input and output by name. */
type RequestList<List> = { readonly [Name in keyof List]: { readonly input: unknown; readonly output: unknown } }

/** A list of requests and events as typed calls over any transport. */
export interface TypedClient<Requested extends RequestList<Requested>, Told> {
  readonly request: <Name extends keyof Requested & string>(
    name: Name,
    input: Requested[Name]['input'],
  ) => Promise<Result<Requested[Name]['output']>>
  readonly on: <Name extends keyof Told & string>(name: Name, listener: (payload: Told[Name]) => void) => () => void
}

/** The core's contract as typed calls. */
export type Client = TypedClient<Requests, Events>
/** What the interface talks to: the core's contract and the host's. */
export type HostClient = TypedClient<Requests & HostRequests, Events & HostEvents>

/** Wraps a core's transport. The other side is our own dispatcher, so answers are typed here, not checked again. */
export function createClient(transport: Transport): Client {
  return createTypedClient<Requests, Events>(transport)
}

/** Wraps a host's transport, which answers the host's requests too. */
export function createHostClient(transport: Transport): HostClient {
  return createTypedClient<Requests & HostRequests, Events & HostEvents>(transport)
}

function createTypedClient<Requested extends RequestList<Requested>, Told>(
  transport: Transport,
): TypedClient<Requested, Told> {
  return {
    request: async <Name extends keyof Requested & string>(name: Name, input: Requested[Name]['input']) =>
      (await transport.request(name, input)) as Result<Requested[Name]['output']>,
    on: <Name extends keyof Told & string>(name: Name, listener: (payload: Told[Name]) => void) =>
      transport.onEvent((event, payload) => {
        if (event === name) listener(payload as Told[Name])
      }),
  }
}
