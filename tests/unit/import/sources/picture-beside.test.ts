import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPictureBeside } from '../../../../src/main/import/sources/picture-beside.ts'
import { tempDir } from '../../../support/temp-dir.ts'

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40, 7)])

/** A folder given to import, with a page in a folder of it, and a picture outside. */
function given(): { readonly folder: string; readonly page: string } {
  const root = tempDir()
  const folder = join(root, 'given')
  mkdirSync(join(folder, 'pages', 'Ice_files'), { recursive: true })
  writeFileSync(join(root, 'private.jpg'), JPEG)
  writeFileSync(join(folder, 'top.jpg'), JPEG)
  writeFileSync(join(folder, 'pages', 'Ice_files', 'a b.jpg'), JPEG)
  writeFileSync(join(folder, 'pages', 'Ice_files', 'Лід.jpg'), JPEG)
  writeFileSync(join(folder, 'pages', 'secret.txt.jpg'), 'not a picture at all')
  writeFileSync(join(folder, 'pages', 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  symlinkSync(join(root, 'private.jpg'), join(folder, 'pages', 'link.jpg'))
  return { folder, page: join(folder, 'pages', 'Ice.html') }
}

describe('a picture beside a page', () => {
  test.each(['Ice_files/a%20b.jpg', './Ice_files/a b.jpg', 'Ice_files/Лід.jpg', '../top.jpg?w=600#x'])(
    'is found at %s',
    async (address) => {
      const picture = await readPictureBeside({ ...given(), address })
      expect(picture).toEqual({ mediaType: 'image/jpeg', bytes: new Uint8Array(JPEG) })
    },
  )

  test.each([
    ['above the folder', '../../private.jpg'],
    ['above it, escaped', '..%2f..%2fprivate.jpg'],
    ['above it, with the separator of another system', '..\\..\\private.jpg'],
    ['outside by a link', 'link.jpg'],
    ['at a path from the root', '/etc/hostname'],
    ['by scheme', 'file:///etc/hostname'],
    ['by scheme, escaped', 'file%3a///etc/hostname'],
    ['with a NUL', 'top.jpg%00'],
    ['that is none, whatever it is called', 'secret.txt.jpg'],
    ['that is a document', 'drawing.svg'],
    ['that is a folder', 'Ice_files'],
    ['that is not there', 'gone.jpg'],
    ['without a name', '?x'],
  ])('%s is not taken', async (_, address) => {
    expect(await readPictureBeside({ ...given(), address })).toBeNull()
  })
})
