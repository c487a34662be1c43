import { describe, expect, test } from 'vitest'
import { bibtex } from '../../../../src/main/import/formats/bibtex.ts'
import { decodeBody } from '../../../../src/main/import/formats/mime/decode-body.ts'
import { partsOf, readMessage } from '../../../../src/main/import/formats/mime/read-message.ts'
import { saysAnything } from '../../../../src/main/import/formats/web-records/says-anything.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

/** Milliseconds; what is read in one go takes a few of them, what is gone through again at each place takes seconds. */
const LONGEST = 500

function timed<T>(work: () => T): { readonly result: T; readonly time: number } {
  const elapsed = countProcessorTime()
  const result = work()
  return { result, time: elapsed() }
}

describe('a text made to be slow is read in one go:', () => {
  test('base64 of ends only', () => {
    const { result, time } = timed(() => decodeBody('='.repeat(80_000), 'base64'))
    expect(result).toHaveLength(0)
    expect(time).toBeLessThan(LONGEST)
    expect(Buffer.from(decodeBody('YQ==YmM=', 'base64')).toString()).toBe('abc')
  })

  test('a BibTeX entry of blanks', () => {
    const head = Buffer.from(`@abc{${' '.repeat(65_000)}`)
    const { result, time } = timed(() => bibtex.confidence({ fileName: 'a.bib', head }))
    expect(result).toBe('no')
    expect(time).toBeLessThan(LONGEST)
    const entry = Buffer.from('% made by hand\n @ article { lee2022 , title = {T}}')
    expect(bibtex.confidence({ fileName: 'a.bib', head: entry })).toBe('certain')
  })

  test('a message of many multiparts whose boundaries never come', () => {
    const part = (number: number): string =>
      `--b\nContent-Type: multipart/mixed; boundary=never${String(number)}\n\nWords\n`
    const parts = Array.from({ length: 1000 }, (_, number) => part(number)).join('')
    const text = `Content-Type: multipart/mixed; boundary=b\n\n${parts}--b\n\n${'--n'.repeat(900_000)}\n--b--\n`
    const { result, time } = timed(() => partsOf(readMessage(text)).length)
    expect(result).toBe(1001)
    expect(time).toBeLessThan(LONGEST)
  })

  test('a page of tags, comments and scripts that never end', () => {
    for (const piece of ['<', '<!--', '<script ', '<script>', '<style><!--']) {
      const { time } = timed(() => saysAnything(piece.repeat(100_000)))
      expect(time, piece).toBeLessThan(LONGEST)
    }
  })
})

test('a page says nothing when all it has is tags, comments, scripts and styles', () => {
  const silent = [
    '',
    ' \n',
    '<p> <br></p>',
    '<!-- a > b --><script>if (1 < 2) x()</SCRIPT ><style>p{}</style>',
    '<Template><p>no</p></template><noscript>no</noscript>',
  ]
  for (const html of silent) expect(saysAnything(html), html).toBe(false)
  for (const html of ['words', '<p>words', '<scripted>words', '<script></script>words', '< words', '<script>words']) {
    expect(saysAnything(html), html).toBe(true)
  }
})
