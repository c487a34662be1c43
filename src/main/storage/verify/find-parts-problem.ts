import type { Json } from '../../../shared/json.ts'
import { parseStored } from '../log/sealed-change.ts'

/** What is wrong with a rendition's stored parts for a text of that length, or undefined. */
export function findPartsProblem(stored: string, textLength: number): string | undefined {
  let parts: Json
  try {
    parts = parseStored(stored)
  } catch {
    return 'the parts are not JSON'
  }
  if (!Array.isArray(parts)) return 'the parts are not a list'
  let end = 0
  for (const part of parts as readonly Json[]) {
    const range = readRange(part)
    if (range === undefined) return 'a part has no range'
    if (range.start < end || range.end < range.start) return `the parts overlap at character ${String(range.start)}`
    if (range.end > textLength)
      return `a part ends at ${String(range.end)}, behind the text's end at ${String(textLength)}`
    end = range.end
  }
  return undefined
}

function readRange(part: Json): { readonly start: number; readonly end: number } | undefined {
  if (typeof part !== 'object' || part === null || !('start' in part) || !('end' in part)) return undefined
  const { start, end } = part
  return Number.isInteger(start) && Number.isInteger(end) ? { start: Number(start), end: Number(end) } : undefined
}
