import { describe, expect, test } from 'vitest'
import { keepPictures } from '../../../../src/main/import/steps/keep-pictures.ts'
import { parseDataUrl } from '../../../../src/main/import/steps/parse-data-url.ts'

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

describe('pictures of a page', () => {
  test('one that came with the page becomes a blob, once', () => {
    const pictures = keepPictures()
    const address = pictures.resourceUrl(PIXEL)
    expect(address).toMatch(/^\/blob\/[0-9a-f]{64}$/)
    expect(pictures.resourceUrl(PIXEL)).toBe(address)
    expect(pictures.resources()).toMatchObject([{ blob: { mediaType: 'image/gif', size: 42 } }])
    expect(`/blob/${String(pictures.blobOf(PIXEL))}`).toBe(address)
    expect(pictures.notes()).toEqual([])
  })

  test('those elsewhere are missing: one note with their number and the first of them', () => {
    const pictures = keepPictures()
    for (let index = 0; index < 40; index++) pictures.resourceUrl(`https://example.org/${String(index % 30)}.jpg`)
    expect(pictures.blobOf('https://example.org/0.jpg')).toBeNull()
    const urls = [0, 1, 2, 3, 4].map((index) => `https://example.org/${String(index)}.jpg`)
    expect(pictures.notes()).toEqual([{ kind: 'missing-image', details: { count: 30, urls } }])
    expect(pictures.resources()).toEqual([])
  })

  test('the first that is no mere icon stands for the article', () => {
    const photograph = `data:image/jpeg;base64,${Buffer.alloc(4000, 7).toString('base64')}`
    const pictures = keepPictures()
    pictures.resourceUrl(PIXEL)
    expect(pictures.first()).toBeNull()
    const address = pictures.resourceUrl(photograph)
    pictures.resourceUrl(photograph.replace('BwcH', 'CAgI'))
    expect(`/blob/${String(pictures.first())}`).toBe(address)
  })

  test.each([
    ['percent escapes', 'data:image/png,%89PNG', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['Base64 broken into lines', 'data:image/png;base64,iVB\nO Rw==', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['escaped Base64', 'data:image/jpg;base64,iVBORw%3D%3D', 'image/jpeg', [0x89, 0x50, 0x4e, 0x47]],
    ['parameters and capitals', 'data:IMAGE/PNG;name=x;BASE64,iVBORw==', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
  ])('reads %s', (_, url, mediaType, bytes) => {
    expect(parseDataUrl(url)).toEqual({ mediaType, bytes: Uint8Array.from(bytes) })
  })

  test.each([
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:text/html,<script>alert(1)</script>',
    'data:image/png;base64,not base64!',
    'data:image/png;base64,',
    'data:image/png',
    'data:,',
  ])('refuses %s', (url) => {
    expect(parseDataUrl(url)).toBeNull()
  })
})
