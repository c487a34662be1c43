import { appError, Failure } from '../../../shared/app-error.ts'
import { createGrowingBytes } from '../growing-bytes.ts'
import { MAX_ITEM_BYTES } from '../limits.ts'
import { createMarkFinder } from './find-marks.ts'

/** A value of a JSON document: an element of its list, or of a list that a member of its object holds, or that member. */
export interface JsonItem {
  /** Name of the member; empty in a document that is a list. */
  readonly member: string
  /** From 1 in its list; 0 for a member that is no list. */
  readonly number: number
  /** Bytes of the value, in a buffer of their own; null when it is larger than an item may be. */
  readonly bytes: Uint8Array | null
  readonly size: number
  /** Bytes of the source up to the end of the value. */
  readonly end: number
}

/**
 * Cuts a JSON document into its items without holding more than one: the elements of the list that it is, or of the
 * lists in the object that it is. What stands inside an item is not looked at.
 *
 * @throws Failure `import/malformed` where the document breaks off or is none; items before that place have been given.
 */
export async function* readJsonItems(stream: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<JsonItem> {
  const findMark = createMarkFinder()
  const cutter = createCutter(path)
  let before = 0
  for await (const piece of stream) {
    let from = 0
    for (let at = findMark(piece, from); at >= 0; at = findMark(piece, from)) {
      cutter.keep(piece.subarray(from, at))
      const item = cutter.mark(String.fromCharCode(piece[at] ?? 0), before + at)
      if (item !== null) yield item
      // The mark belongs to a value that is not at its end.
      from = cutter.isInside() ? at : at + 1
      if (from === at) {
        cutter.keep(piece.subarray(at, at + 1))
        from = at + 1
      }
    }
    cutter.keep(piece.subarray(from))
    before += piece.length
  }
  cutter.end()
}

interface Cutter {
  /** Takes bytes of the value or name in hand. */
  readonly keep: (bytes: Uint8Array) => void
  /** Takes a structural byte; answers the item that ended there. */
  readonly mark: (mark: string, position: number) => JsonItem | null
  /** Whether the last mark was part of a value. */
  readonly isInside: () => boolean
  readonly end: () => void
}

function createCutter(path: string): Cutter {
  const text = createHeldBytes()
  let root: string | undefined
  let depth = 0
  /** Depth at which items end: 1 in the root, 2 in a list that the root object holds. */
  let level = 1
  let member = ''
  let number = 0
  let inside = false

  const finish = (end: number): JsonItem | null => {
    const taken = text.take()
    if (taken.size === 0) return null
    if (level === 2 || root === '[') number++
    return { member, number: level === 1 && root === '{' ? 0 : number, ...taken, end }
  }
  const open = (mark: string): void => {
    const isList = root === '{' && depth === 1 && mark === '[' && text.isBlank()
    if (root === undefined) {
      if (!text.isBlank()) throw broken(path, 'it is no JSON document')
      root = mark
    } else if (isList) {
      level = 2
      number = 0
    } else inside = true
    if (!inside) text.take()
    depth++
  }
  const close = (position: number): JsonItem | null => {
    const item = depth === level ? finish(position) : null
    inside = depth > level
    depth--
    if (depth < level) level = 1
    return item
  }
  return {
    keep: text.keep,
    isInside: () => inside,
    mark: (mark, position) => {
      inside = false
      if (mark === '[' || mark === '{') {
        open(mark)
        return null
      }
      if (root === undefined) throw broken(path, 'it is no JSON document')
      if (mark === ']' || mark === '}') return close(position)
      if (mark === ',' && depth === level) return finish(position)
      if (mark === ':' && depth === 1 && root === '{') member = nameOf(text.take().bytes)
      else inside = depth >= level
      return null
    },
    end: () => {
      if (root === undefined) throw broken(path, 'it is no JSON document')
      if (depth > 0) throw broken(path, 'it breaks off')
    },
  }
}

function broken(path: string, reason: string): Failure {
  return new Failure(appError('import/malformed', { path, reason }))
}

interface HeldBytes {
  readonly keep: (bytes: Uint8Array) => void
  readonly isBlank: () => boolean
  /** What was kept, without blanks around, and begins anew; `bytes` null when it was too much. */
  readonly take: () => Pick<JsonItem, 'bytes' | 'size'>
}

function createHeldBytes(): HeldBytes {
  const held = createGrowingBytes()
  let size = 0
  return {
    keep: (bytes) => {
      // Blanks before a value are no part of it; the byte order mark is none of the document.
      const kept = size === 0 ? bytes.subarray(blanksOf(bytes)) : bytes
      if (kept.length === 0) return
      size += kept.length
      if (size > MAX_ITEM_BYTES) held.drop()
      else held.append(kept)
    },
    isBlank: () => size === 0,
    take: () => {
      const bytes = size > MAX_ITEM_BYTES ? null : withoutEnd(held.take())
      const taken = { bytes, size }
      size = 0
      return taken
    },
  }
}

const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

function blanksOf(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => !BLANKS.has(byte))
  return first < 0 ? bytes.length : first
}

function withoutEnd(bytes: Uint8Array): Uint8Array {
  const last = bytes.findLastIndex((byte) => byte > 0x20)
  return bytes.slice(0, last + 1)
}

function nameOf(bytes: Uint8Array | null): string {
  try {
    const name: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))
    return typeof name === 'string' ? name : ''
  } catch {
    return ''
  }
}
