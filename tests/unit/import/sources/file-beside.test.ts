import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readFileBeside } from '../../../../src/main/import/sources/file-beside.ts'
import { tempDir } from '../../../support/temp-dir.ts'

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(40, 7)])

const STYLE = 'a { color: red }'

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
  writeFileSync(join(folder, 'pages', 'drawing.svg'), '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'pages', 'page.svg'), '<html><svg></svg></html>')
  writeFileSync(join(folder, 'pages', 'font.bin'), 'wOF2 and so on')
  writeFileSync(join(folder, 'pages', 'look.css'), STYLE)
  writeFileSync(join(folder, 'pages', 'page.css'), ' <html>')
  writeFileSync(join(folder, 'pages', 'notes.txt'), 'what somebody wrote')
  writeFileSync(join(folder, 'pages', 'Ice_files', 'css(1)'), STYLE)
  symlinkSync(join(root, 'private.jpg'), join(folder, 'pages', 'link.jpg'))
  return { folder, page: join(folder, 'pages', 'Ice.html') }
}

describe('a picture beside a page', () => {
  test.each(['Ice_files/a%20b.jpg', './Ice_files/a b.jpg', 'Ice_files/Лід.jpg', '../top.jpg?w=600#x'])(
    'is found at %s',
    async (address) => {
      const picture = await readFileBeside({ ...given(), address, use: 'shown' })
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
    ['that is a document', 'page.svg'],
    ['that is text', 'notes.txt'],
    ['that is a folder', 'Ice_files'],
    ['that is not there', 'gone.jpg'],
    ['without a name', '?x'],
  ])('%s is not taken', async (_, address) => {
    expect(await readFileBeside({ ...given(), address, use: 'shown' })).toBeNull()
  })
})

test.each([
  ['a drawing', 'drawing.svg', 'image/svg+xml'],
  ['a font, whatever it is called', 'font.bin', 'font/woff2'],
])('%s is taken to be shown', async (_, address, mediaType) => {
  expect(await readFileBeside({ ...given(), address, use: 'shown' })).toMatchObject({ mediaType })
})

test.each([
  ['called so', 'look.css', true],
  ['in the folder that the browser saved, whatever it is called', 'Ice_files/css(1)', true],
  ['that is a page', 'page.css', false],
  ['that is a picture', 'Ice_files/a%20b.jpg', false],
  ["that is somebody's text beside the page", 'notes.txt', false],
  ['above the folder', '../../other.css', false],
])('a style sheet %s: %s is taken: %s', async (_, address, isTaken) => {
  const file = await readFileBeside({ ...given(), address, use: 'style' })
  expect(file).toEqual(isTaken ? { mediaType: 'text/css', bytes: new TextEncoder().encode(STYLE) } : null)
})
