import { expect, test } from 'vitest'
import { readBinaryPlist } from '../../../../src/main/import/formats/binary-plist.ts'
import { bytesInUse } from '../../../support/bytes-in-use.ts'

const SIZE = 100_000
const REFERENCES = 1000

/** A list that refers a thousand times to data or a text of 100 KB, by one object or by objects that lie in one another. */
function aList({ kind, objects }: { kind: number; objects: number }): Uint8Array {
  const head = (length: number, type: number): Buffer => {
    const bytes = Buffer.from([(type << 4) | 15, 0x12, 0, 0, 0, 0])
    bytes.writeUInt32BE(length, 2)
    return bytes
  }
  const content = Buffer.alloc(SIZE * 2, 'x')
  for (let at = 0; at < objects; at++) head(SIZE, kind).copy(content, at * 6)
  const references = Buffer.alloc(REFERENCES * 2)
  for (let at = 0; at < REFERENCES; at++) references.writeUInt16BE(1 + (at % objects), at * 2)
  const list = Buffer.concat([head(REFERENCES, 0xa), references])
  const table = Buffer.alloc((objects + 1) * 4)
  table.writeUInt32BE(8, 0)
  for (let at = 0; at < objects; at++) table.writeUInt32BE(8 + list.length + at * 6, (at + 1) * 4)
  const trailer = Buffer.alloc(32)
  trailer[6] = 4
  trailer[7] = 2
  trailer.writeBigUInt64BE(BigInt(objects + 1), 8)
  trailer.writeBigUInt64BE(BigInt(8 + list.length + content.length), 24)
  return Buffer.concat([Buffer.from('bplist00'), list, content, table, trailer])
}

test.each([0x4, 0x5])('an object (kind %i) that is referred to a thousand times is held once', (kind) => {
  const bytes = aList({ kind, objects: 1 })
  const before = bytesInUse()
  const list = readBinaryPlist(bytes)
  expect(list).toHaveLength(REFERENCES)
  expect(bytesInUse() - before).toBeLessThan(20_000_000)
  expect(Array.isArray(list) && list[0] === list[REFERENCES - 1]).toBe(true)
})

test.each([0x4, 0x5])('a list whose objects (kind %i) lie over one another is none', (kind) => {
  expect(readBinaryPlist(aList({ kind, objects: REFERENCES }))).toBeNull()
})
