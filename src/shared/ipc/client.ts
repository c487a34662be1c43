import type { Result } from '../result.ts'
import type { EventName, Events, RequestName, Requests } from './contract.ts'

/** What a host gives the interface: one pipe out, one pipe in. Values are plain JSON. */
export interface Transport {
  readonly request: (name: string, input: unknown) => Promise<unknown>
  /** Calls back for every event; answers the function that ends it. */
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => () => void
}

/** The contract as typed calls over any transport. */
export interface Client {
  readonly request: <Name extends RequestName>(
    name: Name,
    input: Requests[Name]['input'],
  ) => Promise<Result<Requests[Name]['output']>>
  readonly on: <Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) => () => void
}

/** Wraps a transport. The other side is our own dispatcher, so answers are typed here, not checked again. */
export function createClient(transport: Transport): Client {
  return {
    request: async <Name extends RequestName>(name: Name, input: Requests[Name]['input']) =>
      (await transport.request(name, input)) as Result<Requests[Name]['output']>,
    on: <Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) =>
      transport.onEvent((event, payload) => {
        if (event === name) listener(payload as Events[Name])
      }),
  }
}
