/** The headers of a message or part: values by lower-case name, in order, folded lines joined, nothing decoded. */
export type MimeHeaders = ReadonlyMap<string, readonly string[]>

/** Headers, and where the body behind them begins. */
export interface HeaderBlock {
  readonly headers: MimeHeaders
  readonly bodyStart: number
}

const HEADER = /^([!-9;-~]{1,200}):[ \t]*(.*)$/s
/** More is no message; each line costs memory. */
const MOST_HEADERS = 2_000

/**
 * Reads the header lines (RFC 5322, Latin-1) from a position up to the first empty line, or up to the first line that
 * is no header, which then belongs to the body: programs forget the empty line.
 */
export function readHeaders(text: string, start: number, end = text.length): HeaderBlock {
  const lines: string[] = []
  let at = start
  while (at < end && lines.length < MOST_HEADERS) {
    const feed = text.indexOf('\n', at)
    const stop = feed < 0 || feed >= end ? end : feed
    const line = text.slice(at, stop).replace(/\r$/, '')
    const next = Math.min(stop + 1, end)
    if (line === '') return { headers: headersOf(lines), bodyStart: next }
    if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop() ?? ''}\n${line}`)
    else if (HEADER.test(line)) lines.push(line)
    else if (!/^[=?\w]/.test(line) || lines.length === 0 || !hasMoreHeaders(text, next, end)) break
    at = next
  }
  return { headers: headersOf(lines), bodyStart: at }
}

/** Whether a line that is no header stands among headers (a title broken without an indent) rather than before a body. */
function hasMoreHeaders(text: string, from: number, end: number): boolean {
  const feed = text.indexOf('\n', from)
  return /^(?:content-[\w-]+|mime-version|date|subject|x-[\w-]+):/i.test(text.slice(from, feed < 0 ? end : feed))
}

function headersOf(lines: readonly string[]): MimeHeaders {
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const [, name = '', value = ''] = HEADER.exec(line) ?? []
    const key = name.toLowerCase()
    headers.set(key, [...(headers.get(key) ?? []), value.replace(/\r?\n(?=[ \t])/g, '').trim()])
  }
  return headers
}

/** The first value of a header, by its lower-case name. */
export function headerOf(headers: MimeHeaders, name: string): string | null {
  return headers.get(name)?.[0] ?? null
}
