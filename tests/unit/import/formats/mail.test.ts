import { describe, expect, test } from 'vitest'
import { detect } from '../../../../src/main/import/detect.ts'
import { contentText, readAll } from '../../../support/read-all.ts'

const HEAD =
  'From: "Lee, Ann" <ann@gull.example>\nTo: b@gull.example\nSubject: =?utf-8?Q?Caf=C3=A9_news?=\nDate: Fri, 24 Jun 2022 17:30:00 +0200\nMessage-ID: <1@gull.example>\nMIME-Version: 1.0\n'
const ALTERNATIVES = `${HEAD}Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlain\n--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>F=FC=DFe</p><img src=3D"cid:p@x">\n--b--\n`

describe('a message', () => {
  test('is its HTML with who wrote it, when and what about', async () => {
    const { drafts } = await readAll(ALTERNATIVES, 'a.eml')
    expect(drafts[0]).toMatchObject({
      format: 'eml',
      content: { kind: 'article', declaredEncoding: 'iso-8859-1' },
      facts: { title: 'Café news', byline: 'Lee, Ann', published: '2022-06-24T17:30:00+02:00' },
      service: 'mail',
      sourceId: '1@gull.example',
      original: { mediaType: 'message/rfc822' },
    })
  })

  test('plain text with flowed lines has its paragraphs back', async () => {
    const { drafts } = await readAll(
      `${HEAD}Content-Type: text/plain; format=flowed\n\nOne line \nthat goes on.\n\nTwo\n`,
      'a.eml',
    )
    expect(contentText(drafts[0])).toBe('One line that goes on.\n\nTwo\n')
  })

  test('its own pictures come along, attached files do not become its text', async () => {
    const message = `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=x.txt\n\nFile\n--b\nContent-Type: text/html\n\n<p>Text</p>\n--b\nContent-Type: image/gif\nContent-ID: <p@x>\nContent-Transfer-Encoding: base64\n\nR0lGODlhAQABAAAAACw=\n--b--\n`
    const { drafts } = await readAll(message, 'a.eml')
    expect(contentText(drafts[0])).toBe('<p>Text</p>')
    expect(drafts[0]?.files.map(({ address }) => address)).toEqual(['cid:p@x'])
  })

  test('an article with lines like a message’s above it is none', () => {
    const text = 'Title: The Light\nDate: 24 June 2022\nSubject: Lighthouses\n\nThe keeper went out.'
    const found = detect({ fileName: 'a.txt', head: new TextEncoder().encode(text) })
    expect(found.ok && found.value.id).toBe('text')
  })
})

describe('a mailbox', () => {
  test('is read message by message; “From ” inside a text begins none', async () => {
    const box = `From ann@gull.example Fri Jun 24 17:30:00 2022\n${HEAD}\nHello\n>From here on it rains.\nFrom now on too.\n\nFrom bo@gull.example Sat Jun 25 08:00:00 2022\nSubject: Two\nFrom: Bo\n\nSecond\n`
    const { drafts, failures } = await readAll(box.replaceAll('<1@', '<2@'), 'Inbox')
    expect(failures).toEqual([])
    expect(drafts.map(({ facts, source }) => [facts.title, source])).toEqual([
      ['Café news', 'Inbox#1'],
      ['Two', 'Inbox#2'],
    ])
    expect(contentText(drafts[0])).toBe('Hello\nFrom here on it rains.\nFrom now on too.\n\n')
  })
})
