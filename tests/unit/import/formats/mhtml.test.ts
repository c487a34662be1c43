import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../../../src/main/import/draft.ts'
import type { DraftOrFailure } from '../../../../src/main/import/format.ts'
import { detect } from '../../../../src/main/import/detect.ts'
import { mhtml } from '../../../../src/main/import/formats/mhtml.ts'
import { importArticle } from '../../../../src/main/import/import-article.ts'
import { createAnalyser } from '../../../../src/main/search/analyse.ts'
import { collect } from '../../../support/collect.ts'
import { aSource } from '../../../support/import-builders.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

const ports = { analyse: createAnalyser() }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function readOne(content: string | Uint8Array, name = 'page.mhtml'): Promise<DraftOrFailure> {
  const items = await collect(mhtml.read(aSource(content, name, 100_000)))
  expect(items).toHaveLength(1)
  const [item] = items
  if (item === undefined) throw new Error('nothing was read')
  return item
}

async function draftOf(content: string | Uint8Array): Promise<Draft> {
  const item = await readOne(content)
  if (!item.ok) throw new Error(JSON.stringify(item.error))
  return item.draft
}

function pageText(draft: Draft): string {
  return draft.content.kind === 'none' ? '' : new TextDecoder().decode(draft.content.bytes)
}

/** A message of parts, each with its headers; lines end as in mail. */
function aMessage(parts: readonly string[], head = 'From: <Saved by Blink>', end = '--B--'): string {
  return [head, 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="B"', '']
    .concat(
      parts.flatMap((part) => ['--B', part]),
      end === '' ? [] : [end, ''],
    )
    .join('\n')
    .replaceAll('\n', '\r\n')
}

const PAGE = 'Content-Type: text/html; charset=utf-8\nContent-Location: https://gull.example/harbour\n\n'

describe('a page saved as MHTML', () => {
  test('gives its page, its address and the moment it was saved', async () => {
    const draft = await draftOf(
      aMessage(
        [`${PAGE}<title>T</title><p>Words.</p>`],
        'From: <Saved by Blink>\nSnapshot-Content-Location: https://gull.example/harbour#top\nDate: Tue, 3 Mar 2020 11:49:41 -0000',
      ),
    )
    expect(pageText(draft)).toBe('<title>T</title><p>Words.</p>')
    expect(draft.url).toBe('https://gull.example/harbour#top')
    expect(draft.captured).toBe('2020-03-03T11:49:41.000Z')
  })

  test('decodes quoted-printable in the stated encoding, soft breaks and a broken escape included', async () => {
    const part =
      'Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: Quoted-Printable\n\n<p>F=FC=\nsse 100=% =\n=3D</p>'
    const draft = await draftOf(aMessage([part]))
    expect(Buffer.from(draft.content.kind === 'none' ? [] : draft.content.bytes).toString('latin1')).toBe(
      '<p>Füsse 100=% =</p>',
    )
    expect(draft.content).toMatchObject({ declaredEncoding: 'iso-8859-1' })
  })

  test('keeps pictures, styles and fonts under the addresses the page uses, scripts and frames not', async () => {
    const draft = await draftOf(
      aMessage([
        `${PAGE}<img src="cid:one@x"><img src="pic.png">`,
        `Content-Type: image/png\nContent-ID: <one@x>\nContent-Transfer-Encoding: base64\n\n${PNG.toString('base64')}`,
        `Content-Type: application/octet-stream\nContent-Location: https://gull.example/pic.png\nContent-Transfer-Encoding: base64\n\n${PNG.toString('base64')}`,
        'Content-Type: text/css\nContent-Location: cid:css-1@mhtml.blink\n\nbody{color:red}',
        'Content-Type: text/javascript\nContent-Location: https://gull.example/a.js\n\nalert(1)',
        'Content-Type: text/html\nContent-Location: https://ads.example/\n\n<p>Buy</p>',
      ]),
    )
    expect(draft.files.map(({ address, mediaType }) => [address, mediaType])).toEqual([
      ['cid:one@x', 'image/png'],
      ['https://gull.example/pic.png', 'image/png'],
      ['cid:css-1@mhtml.blink', 'text/css'],
    ])
    expect(Buffer.from(draft.files[0]?.bytes ?? []).equals(PNG)).toBe(true)
  })

  test('shows its pictures in the article, by address and by cid', async () => {
    const draft = await draftOf(
      aMessage([
        `${PAGE}<article><h1>Title</h1><p>${'A long sentence of text. '.repeat(20)}</p><img src="cid:one@x"><img src="/pic.png"></article>`,
        `Content-Type: image/png\nContent-ID: <one@x>\nContent-Transfer-Encoding: base64\n\n${PNG.toString('base64')}`,
        `Content-Type: image/png\nContent-Location: https://gull.example/pic.png\nContent-Transfer-Encoding: base64\n\n${Buffer.concat([PNG, Buffer.from('x')]).toString('base64')}`,
      ]),
    )
    const result = importArticle(draft, ports)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.resources.map(({ url }) => url)).toEqual(
      expect.arrayContaining(['beside:cid:one@x', 'beside:https://gull.example/pic.png']),
    )
    expect(result.value.rendition?.content.html.match(/<img/g)).toHaveLength(2)
    expect(result.value.notes.map(({ kind }) => kind)).not.toContain('missing-image')
  })

  test('takes the part that `start` names, even when another page comes first', async () => {
    const message = aMessage([
      'Content-Type: text/html\nContent-ID: <frame@x>\n\n<p>Frame</p>',
      'Content-Type: text/html\nContent-ID: <main@x>\n\n<p>Main</p>',
    ]).replace('boundary="B"', 'boundary="B"; start="<main@x>"')
    expect(pageText(await draftOf(message))).toBe('<p>Main</p>')
  })

  test('a page of nothing but frames shows what is in them', async () => {
    const draft = await draftOf(
      aMessage([
        `${PAGE}<frameset><frame src="cid:f1@x"><frame src="cid:f2@x"></frameset>`,
        'Content-Type: text/html; charset=iso-8859-1\nContent-ID: <f1@x>\n\n<body><p>Caf\u00e9</p></body>',
        'Content-Type: text/html\nContent-ID: <f2@x>\n\n<p>Second</p>',
      ]),
    )
    expect(pageText(draft)).toContain('<p>Second</p>')
    expect(pageText(draft)).not.toContain('frameset')
  })

  test('headers folded, in upper case, and a boundary with blanks behind it', async () => {
    const message =
      'MIME-VERSION: 1.0\r\nCONTENT-TYPE: multipart/related;\r\n\ttype="text/html";\r\n boundary=B\r\n\r\n--B  \r\ncontent-type:\r\n text/html;\r\n charset=utf-8\r\n\r\n<p>Folded</p>\r\n--B--'
    expect(pageText(await draftOf(message))).toBe('<p>Folded</p>')
  })

  test('the subject (RFC 2047, in two words) is the title of a page that has none', async () => {
    const head = 'From: <Saved by Blink>\nSubject: =?utf-8?Q?Caf=C3=A9_?=\n =?utf-8?B?w7xiZXI=?='
    expect((await draftOf(aMessage([`${PAGE}<p>x</p>`], head))).facts.title).toBe('Café über')
    expect((await draftOf(aMessage([`${PAGE}<title>Own</title><p>x</p>`], head))).facts.title).toBeUndefined()
  })

  test('a page from a disk has no address, and its pictures are named from the page on', async () => {
    const draft = await draftOf(
      aMessage([
        'Content-Type: text/html\nContent-Location: file:///C:/My%20docs/page.htm\n\n<img src="page_files/a.png">',
        `Content-Type: image/png\nContent-Location: file:///C:/My%20docs/page_files/a.png\nContent-Transfer-Encoding: base64\n\n${PNG.toString('base64')}`,
      ]),
    )
    expect(draft.url).toBeNull()
    expect(draft.files.map(({ address }) => address)).toContain('page_files/a.png')
  })

  test('a file that ends in the middle keeps what there is', async () => {
    const message = aMessage([`${PAGE}<title>T</title><p>Words that are cut`], undefined, '')
    expect(pageText(await draftOf(message))).toContain('Words that are cut')
  })

  test('without any page in it is refused with the reason', async () => {
    const item = await readOne(aMessage(['Content-Type: image/png\n\nxx']))
    expect(item).toMatchObject({ ok: false, error: { code: 'import/malformed' } })
  })

  test('thousands of nested multiparts and boundaries are read in no time', async () => {
    const deep = Array.from(
      { length: 2_000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${String(n)}\n\n--b${String(n)}\n`,
    )
    const timed = countProcessorTime()
    await readOne(`MIME-Version: 1.0\n${deep.join('')}Content-Type: text/html\n\n<p>deep</p>`)
    await readOne(`MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n${'--b\n\n'.repeat(200_000)}`)
    expect(timed()).toBeLessThan(5_000)
  })
})

describe('what MHTML is told from', () => {
  const formatOf = (content: string, fileName: string | null): string => {
    const found = detect({ fileName, head: new TextEncoder().encode(content) })
    return found.ok ? found.value.id : found.error.code
  }
  test('a saved page is known by its content alone', () => {
    expect(formatOf(aMessage([`${PAGE}<p>x</p>`]), null)).toBe('mhtml')
  })
  test('a plain text that speaks of MIME is none', () => {
    expect(formatOf('A text\n\nMIME-Version: 1.0\nContent-Type: multipart/related', 'a.txt')).toBe('text')
  })
})

describe.skipIf(!hasSharedData)('real files saved by Chromium', () => {
  const real = (name: string): Uint8Array =>
    new Uint8Array(readFileSync(sharedData(`archives/mhtml2html/${name}.mhtml`)))

  test('iframes: the article, not its frames; its files come along', async () => {
    const draft = await draftOf(real('iframes'))
    expect(draft.url).toBe('https://www.tutorialspoint.com/html/html_iframes.htm')
    const result = importArticle(draft, ports)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.title).toBe('HTML - Iframes')
    expect(result.value.rendition?.content.text).toContain('You can define an inline frame with HTML tag')
    expect(draft.files.length).toBeGreaterThan(15)
  })

  test('portfolio: a folded subject and 1 page', async () => {
    const draft = await draftOf(real('portfolio'))
    expect(draft.url).toBe('http://msindwan.bitbucket.org/')
    const result = importArticle(draft, ports)
    expect(result.ok && result.value.title).toBe('Max Sindwani')
  })

  test.each(['missing_boundary', 'missing_boundary_header', 'missing_headers', 'unexpected_eof'])(
    '%s: the beginning of the page that is there',
    async (name) => {
      expect(pageText(await draftOf(real(name)))).toMatch(/^<!DOCTYPE html><html lang="en"/)
    },
  )
})
