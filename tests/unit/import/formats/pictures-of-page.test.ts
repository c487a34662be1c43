import { expect, test } from 'vitest'
import { picturesOf } from '../../../../src/main/import/formats/pictures-of-page.ts'

function found(html: string): readonly string[] {
  return picturesOf(new TextEncoder().encode(html))
}

test('relative addresses of pictures are found as the page writes them, each once', () => {
  const page = `<img class=x src="Ice_files/a.jpg"><img src='b%20c.png?x=1&amp;y=2'><img src=d.gif>
    <picture><source srcset="e.webp 600w, ../f.webp 1200w"><img data-src="g.jpg" src="Ice_files/a.jpg"></picture>`
  const addresses = ['Ice_files/a.jpg', 'b%20c.png?x=1&y=2', 'd.gif', 'e.webp', '../f.webp', 'g.jpg']
  expect(found(page)).toEqual(addresses)
})

test('what lies elsewhere, or in the page itself, is not looked for', () => {
  const page = `<img src="https://example.org/a.jpg"><img src="//example.org/b.jpg"><img src="/c.jpg"><img src="#d">
    <img src="data:image/png;base64,iVBORw=="><img src=""><a href="e.jpg">e</a><script src="f.js"></script>`
  expect(found(page)).toEqual([])
})

test.each(['<img ', '<img src="', '<img src=a.jpg ', '<source srcset="a, '])('reads 4 MB of %j in time', (piece) => {
  const start = performance.now()
  found(piece.repeat(4_000_000 / piece.length))
  expect(performance.now() - start).toBeLessThan(4000)
})
