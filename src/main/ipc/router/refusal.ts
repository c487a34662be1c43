import { REFUSAL_HEADERS } from './response-headers.ts'

/** Nothing here, or nothing for this caller: one answer for both, so that it tells nothing. */
export function notFound(): Response {
  return refusal(404, 'Not found.')
}

/** An answer that is not what was asked for. */
export function refusal(status: number, words: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${words}\n`, { status, headers: { ...REFUSAL_HEADERS, ...headers } })
}
