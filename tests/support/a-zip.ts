import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a ZIP to build; what a well-meant ZIP never says can be said too. */
export interface ZipEntry {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** Packed by deflate, as by default, or stored as it is. */
  readonly stored?: boolean
  /** Bits of the general purpose flag: 1 = encrypted. */
  readonly flags?: number
  readonly method?: number
  /** Unix mode: 0o120777 = a link. */
  readonly mode?: number
  /** What the ZIP says of the content's size and checksum, in place of the truth. */
  readonly size?: number
  readonly sum?: number
  /** Bytes that stand in the ZIP in place of the packed content. */
  readonly packed?: Uint8Array
  /** What is said of the entry in the list. */
  readonly comment?: string
  /** Sizes and offset in the fields of ZIP64. */
  readonly zip64?: boolean
}

/** A ZIP file of these entries, in order; entries of one name stay two. `overlap`: all entries point at the first one's bytes. */
export function aZip(entries: readonly ZipEntry[], { overlap = false, comment = '' } = {}): Uint8Array {
  const locals: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const made = partsOf(entry, overlap ? 0 : offset)
    central.push(made.central)
    if (overlap && locals.length > 0) continue
    locals.push(made.local)
    offset += made.local.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8)
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return new Uint8Array(Buffer.concat([...locals, list, end, Buffer.from(comment, 'latin1')]))
}

function partsOf(entry: ZipEntry, offset: number): { readonly local: Uint8Array; readonly central: Uint8Array } {
  const name = Buffer.from(entry.name as string)
  const content = Buffer.from(entry.content as string)
  const packed = packedOf(entry, content)
  const size = entry.size ?? content.length
  const local = fieldsOf(entry, content, { size, packed: packed.length, name: name.length })
  const central = Buffer.from(local)
  const tail = Buffer.alloc(14)
  const comment = Buffer.from(entry.comment ?? '')
  tail.writeUInt16LE(comment.length, 0)
  tail.writeUInt32LE((entry.mode ?? 0o100644) * 0x10000, 6)
  tail.writeUInt32LE(entry.zip64 === true ? 0xffffffff : offset, 10)
  const localExtra = entry.zip64 === true ? zip64Extra([size, packed.length]) : Buffer.alloc(0)
  const centralExtra = entry.zip64 === true ? zip64Extra([size, packed.length, offset]) : Buffer.alloc(0)
  local.writeUInt16LE(localExtra.length, 24)
  central.writeUInt16LE(centralExtra.length, 24)
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), local, name, localExtra, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), central, tail, name, centralExtra, comment]),
  }
}

function packedOf(entry: ZipEntry, content: Uint8Array): Uint8Array {
  return entry.packed ?? (entry.stored === true ? content : deflateRawSync(content))
}

/** The fields that stand in the local header and in the list alike; the length of the extra field is left open. */
function fieldsOf(
  { flags = 0, stored = false, zip64 = false, method, sum }: ZipEntry,
  content: Uint8Array,
  lengths: { readonly size: number; readonly packed: number; readonly name: number },
): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(zip64 ? 45 : 20, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(method ?? (stored ? 0 : 8), 4)
  fields.writeUInt32LE(sum ?? crc32(content), 10)
  fields.writeUInt32LE(zip64 ? 0xffffffff : lengths.packed, 14)
  fields.writeUInt32LE(zip64 ? 0xffffffff : lengths.size, 18)
  fields.writeUInt16LE(lengths.name, 22)
  return fields
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8)
  return extra
}
