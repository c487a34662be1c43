import { describe, expect, onTestFinished, test } from 'vitest'
import { openZipBytes, type OpenZip } from '../../../../src/main/import/containers/open-zip.ts'
import { aZip } from '../../../support/a-zip.ts'
import { aLockedZip, LOCK_NAMES, NOTE, TIDE } from '../../../support/locked-zips.ts'
import { errorOf, valueOf } from '../../../support/value-of.ts'

async function opened(bytes: Uint8Array, password: string | null): Promise<OpenZip> {
  const zip = valueOf(await openZipBytes(bytes, 'a.zip', password))
  onTestFinished(() => zip[Symbol.asyncDispose]())
  return zip
}

async function textsOf({ bundle }: OpenZip): Promise<Readonly<Record<string, string>>> {
  const read = await Promise.all(
    bundle.files.map(async (file) => [file.name, Buffer.from(valueOf(await file.bytes())).toString()] as const),
  )
  return Object.fromEntries(read)
}

/** Changes a byte in the middle of what an entry holds. */
function withBrokenData(bytes: Uint8Array): Uint8Array {
  const broken = Uint8Array.from(bytes)
  const at = 30 + 'note.txt'.length + 40
  broken[at] = (broken[at] ?? 0) ^ 1
  return broken
}

/** Says in the list that the first entry unpacks to so many bytes. */
function saying(bytes: Uint8Array, size: number): Uint8Array {
  const changed = Buffer.from(bytes)
  changed.writeUInt32LE(size, changed.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
  return changed
}

describe('a ZIP that a password locks', () => {
  test.each(LOCK_NAMES)('opens with it: %s', async (name) => {
    const { bytes, password } = aLockedZip(name)
    const texts = await textsOf(await opened(bytes, password))
    expect(texts['note.txt']).toBe(NOTE)
    if ('tide.txt' in texts) expect(texts['tide.txt']).toBe(TIDE)
    expect(Object.keys(texts).length).toBe(name === 'traditional' || name === 'AES-256' ? 2 : 1)
  })

  test.each(LOCK_NAMES)('does not open with another: %s', async (name) => {
    const { bytes } = aLockedZip(name)
    const zip = await openZipBytes(bytes, 'a.zip', 'no password of it')
    const error = zip.ok ? errorOf(await zip.value.bundle.files[0]!.bytes()) : zip.error
    if (zip.ok) await zip.value[Symbol.asyncDispose]()
    expect(error).toMatchObject({ code: 'import/locked', details: { reason: 'the password given does not open it' } })
    expect(JSON.stringify(error)).not.toContain('no password of it')
  })

  test('says once what it needs where all of it is locked', async () => {
    const { bytes } = aLockedZip('AES-256')
    const error = errorOf(await openZipBytes(bytes, 'a.zip'))
    expect(error).toMatchObject({
      code: 'import/locked',
      details: { path: 'a.zip', reason: 'a password is needed to open it' },
    })
  })

  test('is damaged when its seal or its checksum is broken', async () => {
    for (const name of ['AES-128, not packed', 'traditional, length not known at first'] as const) {
      const { bytes, password } = aLockedZip(name)
      const zip = await opened(withBrokenData(bytes), password)
      expect(errorOf(await zip.bundle.files[0]!.bytes()).code).toBe('import/container-damaged')
    }
  })

  test('is not unpacked beyond what its list says', async () => {
    const { bytes, password } = aLockedZip('traditional')
    for (const size of [NOTE.length - 1, NOTE.length + 1]) {
      const zip = await opened(saying(bytes, size), password)
      expect(errorOf(await zip.bundle.files[0]!.bytes()).code).toBe('import/container-damaged')
    }
  })

  test('is held to the limits of all ZIPs', async () => {
    const locked = { name: 'a.txt', content: 'x', flags: 1 }
    const zip = await opened(
      aZip([
        { ...locked, size: 10 ** 9 },
        { ...locked, name: '../out.txt' },
        { ...locked, name: 'link.txt', mode: 0o120777 },
        { ...locked, name: 'odd.txt', method: 99 },
        { name: 'plain.txt', content: 'A plain text' },
      ]),
      'anything',
    )
    expect(zip.refused.map(({ error }) => error.code)).toEqual(Array.from({ length: 4 }, () => 'import/entry-refused'))
    expect(await textsOf(zip)).toEqual({ 'plain.txt': 'A plain text' })
  })
})
