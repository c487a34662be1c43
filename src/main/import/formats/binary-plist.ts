/** A value of a property list. */
export type PlistValue =
  string | number | boolean | null | Uint8Array | readonly PlistValue[] | ReadonlyMap<string, PlistValue>

/** Values of one file at most, and lists inside one another: a list may name the same objects again and again. */
const MOST_VALUES = 500_000
const DEEPEST = 64
const TRAILER_BYTES = 32

/**
 * Reads Apple's binary property list (`bplist00`; CFBinaryPList.c of CoreFoundation). null for what is none, is broken,
 * or refers to itself.
 */
export function readBinaryPlist(bytes: Uint8Array): PlistValue | null {
  if (bytes.length < 40 || Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== 'bplist00') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = bytes.length - TRAILER_BYTES
  const list: PlistFile = {
    bytes,
    view,
    end,
    offsetSize: view.getUint8(end + 6),
    refSize: view.getUint8(end + 7),
    table: Number(view.getBigUint64(end + 24)),
    budget: { values: MOST_VALUES, bytes: bytes.length },
    leaves: new Map(),
  }
  try {
    return objectAt(list, Number(view.getBigUint64(end + 16)), 0)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

interface PlistFile {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** Where the objects end. */
  readonly end: number
  readonly offsetSize: number
  readonly refSize: number
  readonly table: number
  /** `bytes`: what texts and data may take; they are copied, and those of an honest file do not lie over one another. */
  readonly budget: { values: number; bytes: number }
  /** Texts and data read already, by where they stand: thousands may refer to a long one. */
  readonly leaves: Map<number, PlistValue>
}

/** @throws RangeError for anything that lies outside of the file or goes beyond the limits. */
function objectAt(list: PlistFile, number: number, depth: number): PlistValue {
  list.budget.values--
  if (list.budget.values < 0 || depth > DEEPEST) throw new RangeError('too much')
  const at = unsigned(list, list.table + number * list.offsetSize, list.offsetSize)
  const kind = list.view.getUint8(at) >> 4
  if (kind < 4) return scalarAt(list, at, kind)
  const value = list.leaves.get(at) ?? sequenceAt(list, { at, kind, depth })
  if (kind < 7) list.leaves.set(at, value)
  return value
}

function scalarAt(list: PlistFile, at: number, kind: number): PlistValue {
  const low = list.view.getUint8(at) & 0x0f
  if (kind === 0) return low === 9 ? true : low === 8 ? false : null
  if (kind === 1) return unsigned(list, at + 1, 1 << low)
  return low === 2 ? list.view.getFloat32(at + 1) : list.view.getFloat64(at + 1)
}

function sequenceAt(list: PlistFile, { at, kind, depth }: { at: number; kind: number; depth: number }): PlistValue {
  const { length, start } = lengthAt(list, at)
  switch (kind) {
    case 0x4:
      return bytesAt(list, start, length)
    case 0x5:
      return Buffer.from(bytesAt(list, start, length)).toString('latin1')
    case 0x6:
      return new TextDecoder('utf-16be').decode(bytesAt(list, start, length * 2))
    case 0xa:
    case 0xc:
      return objectsAt(list, { start, length, depth })
    case 0xd: {
      const keys = objectsAt(list, { start, length, depth })
      const values = objectsAt(list, { start: start + length * list.refSize, length, depth })
      return new Map(keys.map((key, index) => [typeof key === 'string' ? key : '', values[index] ?? null]))
    }
    default:
      return null
  }
}

function lengthAt(list: PlistFile, at: number): { readonly length: number; readonly start: number } {
  const short = list.view.getUint8(at) & 0x0f
  if (short !== 0x0f) return { length: short, start: at + 1 }
  const size = 1 << (list.view.getUint8(at + 1) & 0x0f)
  return { length: unsigned(list, at + 2, size), start: at + 2 + size }
}

function objectsAt(
  list: PlistFile,
  { start, length, depth }: { start: number; length: number; depth: number },
): readonly PlistValue[] {
  if (start + length * list.refSize > list.end) throw new RangeError('outside of the file')
  return Array.from({ length }, (_, index) =>
    objectAt(list, unsigned(list, start + index * list.refSize, list.refSize), depth + 1),
  )
}

function bytesAt(list: PlistFile, start: number, length: number): Uint8Array {
  if (start + length > list.end) throw new RangeError('outside of the file')
  list.budget.bytes -= length
  if (list.budget.bytes < 0) throw new RangeError('objects lie over one another')
  return list.bytes.slice(start, start + length)
}

function unsigned({ view }: PlistFile, at: number, size: number): number {
  let value = 0
  for (let index = 0; index < size; index++) value = value * 256 + view.getUint8(at + index)
  return value
}
