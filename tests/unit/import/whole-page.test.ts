import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wholePage } from '../../../src/main/import/whole-page.ts'
import { showOriginal } from '../../../src/main/originals/show-original.ts'
import { aBinaryPlist } from '../../support/a-binary-plist.ts'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PAGE =
  '<link rel=stylesheet href="cid:css@x"><style>p{background:url(/p.png)}</style><p>Füße</p><img src="p.png"><img src=https://else.example/x.png>'
const MHTML = [
  'From: <Saved by Blink>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary="B"',
  '',
  '--B',
  'Content-Type: text/html; charset=utf-8',
  'Content-Location: https://a.example/',
  '',
  PAGE,
  '--B',
  'Content-Type: text/css',
  'Content-Location: cid:css@x',
  '',
  'body{background:url("https://a.example/p.png")}',
  '--B',
  'Content-Type: image/png',
  'Content-Location: https://a.example/p.png',
  'Content-Transfer-Encoding: base64',
  '',
  PNG.toString('base64'),
  '--B--',
].join('\r\n')

function shown(mediaType: string, bytes: Uint8Array): ReturnType<typeof showOriginal> {
  const page = wholePage(mediaType, bytes)
  if (page === null) throw new Error('no page')
  const facts = { title: null, language: null, direction: 'ltr' as const }
  return showOriginal({ ...facts, mediaType: 'text/html', bytes: new TextEncoder().encode(page), files: [] }, (text) =>
    new TextDecoder().decode(text),
  )
}

describe('an original that holds its files in itself', () => {
  test('MHTML is shown with its pictures and styles, those inside style sheets too, and loads nothing else', () => {
    const view = shown('multipart/related', new Uint8Array(Buffer.from(MHTML)))
    if (!view.ok) throw new Error(view.error.code)
    const types = view.value.resources.map(({ mediaType }) => mediaType)
    expect(types).toEqual(expect.arrayContaining(['image/png', 'text/css; charset=utf-8']))
    expect(view.value.html).toContain('Füße')
    expect(view.value.html).not.toContain('else.example')
    const css = view.value.resources.find(({ mediaType }) => mediaType.startsWith('text/css'))
    expect(new TextDecoder().decode(css?.bytes)).toMatch(/url\("?\d+"?\)/)
  })

  test('a web archive of Safari likewise', () => {
    const resource = (url: string, type: string, data: Uint8Array): Record<string, string | Uint8Array> => ({
      WebResourceURL: url,
      WebResourceMIMEType: type,
      WebResourceData: data,
    })
    const file = aBinaryPlist({
      WebMainResource: resource('https://a.example/', 'text/html', Buffer.from(PAGE)),
      WebSubresources: [resource('https://a.example/p.png', 'image/png', PNG)],
    })
    const view = shown('application/x-webarchive', file)
    expect(view.ok && view.value.resources.map(({ mediaType }) => mediaType)).toEqual(['image/png'])
  })

  test('any other original is none, and neither is one that is broken', () => {
    expect(wholePage('text/html', Buffer.from(PAGE))).toBeNull()
    expect(wholePage('application/x-webarchive', Buffer.from('bplist00'))).toBeNull()
    expect(wholePage('multipart/related', Buffer.from('MIME-Version: 1.0'))).toBeNull()
  })

  test.skipIf(!hasSharedData)('a real page saved by Chromium shows its styles and pictures', () => {
    const view = shown(
      'multipart/related',
      new Uint8Array(readFileSync(sharedData('archives/mhtml2html/portfolio.mhtml'))),
    )
    if (!view.ok) throw new Error(view.error.code)
    const types = view.value.resources.map(({ mediaType }) => mediaType)
    expect(types.filter((type) => type.startsWith('text/css')).length).toBeGreaterThan(2)
    expect(types.filter((type) => type.startsWith('image/')).length).toBeGreaterThan(0)
  })
})
