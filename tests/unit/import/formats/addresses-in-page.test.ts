import { expect, test } from 'vitest'
import { addressesInPage } from '../../../../src/main/import/formats/addresses-in-page.ts'
import type { StyleAddresses } from '../../../../src/main/import/formats/addresses-in-style.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

function found(html: string): StyleAddresses {
  return addressesInPage(new TextEncoder().encode(html))
}

test('relative addresses of pictures are found as the page writes them, each once', () => {
  const page = `<img class=x src="Ice_files/a.jpg"><img src='b%20c.png?x=1&amp;y=2'><img src=d.gif>
    <picture><source srcset="e.webp 600w, ../f.webp 1200w"><img data-src="g.jpg" src="Ice_files/a.jpg"></picture>`
  const addresses = ['Ice_files/a.jpg', 'b%20c.png?x=1&y=2', 'd.gif', 'e.webp', '../f.webp', 'g.jpg']
  expect(found(page)).toEqual({ shown: addresses, styles: [] })
})

test('what lies elsewhere, or in the page itself, is not looked for', () => {
  const page = `<img src="https://example.org/a.jpg"><img src="//example.org/b.jpg"><img src="/c.jpg"><img src="#d">
    <img src="data:image/png;base64,iVBORw=="><img src=""><a href="e.jpg">e</a><script src="f.js"></script>
    <link rel="icon" href="g.ico"><link rel="stylesheet" href="https://example.org/h.css"><p style="background: url(#i)">`
  expect(found(page)).toEqual({ shown: [], styles: [] })
})

test('style sheets are found, and what styles show: in elements, attributes and tags', () => {
  const page = `<link rel="stylesheet" type="text/css" href="Ice_files/main.css"><link href=plain.css rel=StyleSheet>
    <style>@import "more.css"; @import url(most.css) print; a { background: url('a.png'), url(data:image/png;base64,x) }
    @font-face { src: url(Ice_files/f.woff2) format("woff2"), url("../g.ttf") }</style>
    <p style="background-image: url(&quot;b.png&quot;)"><table background="c.gif"><video poster="d.jpg"></video>`
  expect(found(page)).toEqual({
    shown: ['c.gif', 'd.jpg', 'a.png', 'Ice_files/f.woff2', '../g.ttf', 'b.png'],
    styles: ['Ice_files/main.css', 'plain.css', 'more.css', 'most.css'],
  })
})

test.each([
  '<img ',
  '<img src="',
  '<img src=a.jpg ',
  '<source srcset="a, ',
  '<style>',
  '<style>url(',
  '<p style="',
  "<p style='",
  '<style>@import ',
  '<style> @import url( ',
])('reads 4 MB of %j in time', (piece) => {
  const timed = countProcessorTime()
  found(piece.repeat(4_000_000 / piece.length))
  expect(timed()).toBeLessThan(4000)
})
