import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RequestFacts } from './gate.ts'

/** What the gate looks at. */
export function factsOf(message: IncomingMessage): RequestFacts {
  return {
    method: message.method ?? '',
    target: message.url ?? '',
    header: (name) => message.headersDistinct[name] ?? [],
  }
}

/** A request without its body, as the router takes it. */
export function toWebRequest(message: IncomingMessage, origin: string): Request {
  const range = message.headers.range
  return new Request(`${origin}${message.url ?? '/'}`, {
    method: message.method ?? 'GET',
    headers: range === undefined ? {} : { range },
  })
}

/** Sends an answer, no faster than the other side takes it. */
export async function sendResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body === null || response.req.method === 'HEAD') {
    response.end()
    return
  }
  try {
    await pipeline(Readable.fromWeb(answer.body), response)
  } catch {
    // The other side went away, or bytes turned out unreadable: the connection ends without the rest.
    response.destroy()
  }
}
