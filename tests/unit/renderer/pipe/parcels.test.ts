import { describe, expect, test } from 'vitest'
import type { GivenFile } from '../../../../src/renderer/pipe/host-pipe.ts'
import { packed } from '../../../../src/renderer/pipe/parcels.ts'
import { MOST_PARCEL_FILES } from '../../../../src/shared/ipc/browser-pipe.ts'

function ofSize(path: string, size: number): GivenFile {
  return { path, file: new File([new Uint8Array(size)], path) }
}

function packing(files: readonly GivenFile[]): readonly string[] {
  return packed(files).map(({ files: some, alone }) => `${alone ? '!' : ''}${some.map(({ path }) => path).join(' ')}`)
}

const KB = 1024

describe('files on their way to the host', () => {
  test('travel together when small, alone when large, in their order', () => {
    const files = [ofSize('a', 0), ofSize('b', 512 * KB), ofSize('c', 512 * KB + 1), ofSize('d', 1)]
    expect(packing(files)).toEqual(['a b', '!c', 'd'])
    expect(packing([])).toEqual([])
  })

  test('are never too many or too heavy together', () => {
    const heavy = Array.from({ length: 9 }, (_, index) => ofSize(String(index), 512 * KB))
    expect(packing(heavy)).toEqual(['0 1 2 3 4 5 6 7', '8'])
    const many = Array.from({ length: MOST_PARCEL_FILES + 1 }, () => ofSize('a', 1))
    expect(packed(many).map(({ files }) => files.length)).toEqual([MOST_PARCEL_FILES, 1])
  })
})
