import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extractHtml } from '../../src/main/import/html/extract-html.ts'

const TEXT = 'The ferry goes once a day, in any wind, and the harbour waits for it. '.repeat(6)

/** Tags in places where no author meant them, and text long enough to be taken for an article. */
const pieces = fc.array(
  fc.constantFrom(
    ...['<!DOCTYPE html>', '<html>', '</html>', '<head>', '</head>', '<body>', '</body>', '<title>', '</title>'],
    ...['<div>', '</div>', '<p>', '</p>', '<article>', '</article>', '<table>', '<tr>', '<td>', '</table>', '<h1>'],
    ...['<template>', '<template shadowrootmode="open">', '</template>', '<slot>', '<x-a>', '</x-a>', '<noscript>'],
    ...['<svg>', '<math>', '<select>', '<frameset>', '<ruby>', '<rt>', '<!--', '-->', '<style>', '</style>'],
    ...[`<p>${TEXT}</p>`, `<div>${TEXT}</div>`, `${TEXT}<br><br>${TEXT}`],
  ),
  { maxLength: 24 },
)

const beginning = fc.constantFrom('', '<body>', '<html><head>', '<!DOCTYPE html><html><head><title>T</title>')

test('whatever tags a page is made of, it is read or refused for a reason', () => {
  fc.assert(
    fc.property(beginning, pieces, (start, page) => {
      const read = extractHtml(start + page.join(''), { url: 'https://a.example/b' })
      expect(read.ok || /^import\/(?:empty|too-deep)$/.test(read.error.code)).toBe(true)
    }),
    { numRuns: 1_500 },
  )
})
