/** What a property list to build may hold. */
export type PlistInput =
  string | number | boolean | Uint8Array | readonly PlistInput[] | { readonly [key: string]: PlistInput }

/** A binary property list of a value, as Apple's programs write it. */
export function aBinaryPlist(value: PlistInput): Uint8Array {
  const objects: Buffer[] = []
  const put = (object: PlistInput): number => {
    const number = objects.length
    objects.push(Buffer.alloc(0))
    objects[number] = encode(object, put)
    return number
  }
  put(value)
  const offsets: number[] = []
  let at = 8
  for (const object of objects) {
    offsets.push(at)
    at += object.length
  }
  const table = Buffer.alloc(objects.length * 4)
  for (const [index, offset] of offsets.entries()) table.writeUInt32BE(offset, index * 4)
  const trailer = Buffer.alloc(32)
  trailer[6] = 4
  trailer[7] = 2
  trailer.writeBigUInt64BE(BigInt(objects.length), 8)
  trailer.writeBigUInt64BE(BigInt(at), 24)
  return new Uint8Array(Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer]))
}

function encode(object: PlistInput, put: (object: PlistInput) => number): Buffer {
  if (typeof object === 'boolean') return Buffer.from([object ? 9 : 8])
  if (typeof object === 'number') return withHead(0x10, 2, int32(object))
  if (typeof object === 'string') {
    const isAscii = /^[\x20-\x7e\s]*$/.test(object)
    const bytes = isAscii ? Buffer.from(object, 'latin1') : Buffer.from(object, 'utf16le').swap16()
    return withHead(isAscii ? 0x50 : 0x60, object.length, bytes)
  }
  if (object instanceof Uint8Array) return withHead(0x40, object.length, Buffer.from(object))
  if (Array.isArray(object)) return withHead(0xa0, object.length, refs((object as readonly PlistInput[]).map(put)))
  const entries = Object.entries(object)
  const keys = entries.map(([key]) => put(key))
  return withHead(0xd0, entries.length, refs([...keys, ...entries.map(([, entry]) => put(entry))]))
}

function withHead(kind: number, length: number, content: Buffer): Buffer {
  if (kind === 0x10) return Buffer.concat([Buffer.from([kind | length]), content])
  const head =
    length < 15 ? Buffer.from([kind | length]) : Buffer.concat([Buffer.from([kind | 15, 0x12]), int32(length)])
  return Buffer.concat([head, content])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function refs(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2)
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(number, index * 2)
  return bytes
}
