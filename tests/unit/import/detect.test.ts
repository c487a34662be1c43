import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { detect } from '../../../src/main/import/detect.ts'
import { hasSharedData, sharedData } from '../../support/shared-data.ts'
import { countProcessorTime } from '../../support/processor-time.ts'

function detected(content: string | Uint8Array, fileName: string | null = null): string {
  const head = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const found = detect({ fileName, head })
  if (found.ok) return found.value.id
  return [found.error.code, found.error.details['found']].filter((part) => typeof part === 'string').join(': ')
}

describe('what a source is', () => {
  test.each([
    ['<!DOCTYPE html><p>x', 'a.txt', 'html'],
    ['\ufeff\n<!-- saved from url=(0019)https://example.org -->\n<HTML lang=en>', null, 'html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', 'a.xhtml', 'html'],
    ['<div><p>A fragment</p></div>', null, 'html'],
    ['<div align="center">\n\n# Readme', 'README.md', 'markdown'],
    ['no tags at all', 'a.html', 'html'],
    ['---\ntitle: A\n---\nBody', 'a.txt', 'markdown'],
    ['---\n\nA rule, then: text\n---', 'a.txt', 'text'],
    ['# A title', 'a.md', 'markdown'],
    ['# A title', 'a.txt', 'text'],
    ['{"text":"a"}\n{"text":"b"}', null, 'jsonl'],
    ['{"text":"a"}', 'a.txt', 'jsonl'],
    ['{"text": broken\n{"text":"b"}', 'a.jsonl', 'jsonl'],
    [`{"text":"${'x'.repeat(70_000)}`, 'long.jsonl', 'jsonl'],
    [`{"text":"${'x'.repeat(70_000)}`, null, 'jsonl'],
    ['{"some":"log"}\n{"other":"log"}', 'app.log', 'text'],
    ['{"body":"a"}', 'rows.jsonl', 'jsonl'],
    ['{curly} text', 'a.txt', 'text'],
    ['[1] A note', 'a.txt', 'text'],
    ['plain', null, 'text'],
    ['Sources:\nhttps://a.example/1\nhttps://a.example/2', 'a.txt', 'text'],
    ['A text.\n\nhttps://a.example/1 | A\n\nMore of it.', 'a.txt', 'text'],
    ['<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>', 'b.html', 'netscape-bookmarks'],
    ['%PDF-1.4\n', 'a.txt', 'pdf'],
    ['WARC/1.0\r\nWARC-Type: response\r\n\r\n<html>', 'a', 'warc'],
    ['TY  - JOUR\nTI  - T\nER  - ', 'a.txt', 'ris'],
    ['@article{a,\n  title = {T}}', 'a.txt', 'bibtex'],
    ['@everyone, this is a text', 'a.txt', 'text'],
    ['a < b and b > c', 'a', 'text'],
  ])('%j named %s is read as %s', (content, fileName, expected) => {
    expect(detected(content, fileName)).toBe(expected)
  })

  test('UTF-16 hides neither tags nor text', () => {
    const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(detected(utf16('<!doctype html><p>x'))).toBe('html')
    expect(detected(utf16('Plain words of a text'))).toBe('text')
  })

  test('a packed web archive is one by what is in it, whatever a second download was called', () => {
    const packed = gzipSync(`WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5000\r\n\r\n${'words '.repeat(900)}`)
    expect(detected(packed, 'pages.warc (1).gz')).toBe('warc')
    expect(detected(packed.subarray(0, 60), null)).toBe('warc')
    expect(detected(gzipSync('A text about WARC/1.0'), 'text.gz')).toBe('import/unknown-format: gzip file')
    expect(detected(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]), 'broken.gz')).toBe('import/unknown-format: gzip file')
  })

  test.each([
    ['PK\x03\x04\x14\0', 'a.zip', 'import/unknown-format: ZIP archive'],
    ['<?xml version="1.0"?>\n<rss version="2.0">', 'feed.xml', 'import/unknown-format: feed (RSS or Atom)'],
    ['{\n  "items": []\n}', 'a.json', 'import/unknown-format: JSON document'],
    ['{"items":[]}', 'a.json', 'import/unknown-format: JSON document'],
    ['title,url\na,b', 'a.csv', 'import/unknown-format: table (CSV)'],
    [Uint8Array.from({ length: 2000 }, (_, index) => (index * 7) % 31), 'a.txt', 'import/binary-content'],
  ])('%j is refused by its name', (content, fileName, expected) => {
    expect(detected(content, fileName)).toBe(expected)
  })

  test.skipIf(!hasSharedData).each([
    ['archives/../articles/000_914a06ef86f6753b.txt', 'text'],
    ['news/bbc/bbc.jsonl', 'jsonl'],
    ['imports/wallabag/wallabag-v2.json', 'wallabag'],
  ])('real file %s is %s', (path, expected) => {
    expect(detected(readFileSync(sharedData(path)).subarray(0, 65_536), path)).toBe(expected)
  })

  // Numbers at which a pattern that tries every way of reading takes seconds, not years.
  test.each([
    ['comments before a text', '<!--a-->'.repeat(27) + 'text'],
    ['a comment as long as what is looked at', `<!--${'a'.repeat(65_000)}`],
    ['comments that never end', '<!--'.repeat(16_000)],
    ['blanks in a key of front matter', `---\nkey${' '.repeat(65_000)}`],
    ['blank lines in front matter', `---\n${' \n'.repeat(32_000)}`],
    ['fences', '---\na: b\n'.repeat(6000)],
    ['a tag of blanks', `<?xml${' '.repeat(65_000)}`],
  ])('%s: found in no time', (_, content) => {
    const timed = countProcessorTime()
    for (const name of ['a.html', 'a.md', 'a.txt', 'a.jsonl', null]) detected(content, name)
    expect(timed()).toBeLessThan(500)
  })
})
