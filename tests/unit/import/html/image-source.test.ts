import { describe, expect, it } from 'vitest'
import { bestOfSet, imageSource } from '../../../../src/main/import/html/image-source.ts'
import { parsePage } from '../../../../src/main/import/html/parse-page.ts'

function sourceOf(html: string): string | null {
  const page = parsePage(html)
  const img = page.ok ? page.value.body.getElementsByTagName('img')[0] : undefined
  if (img === undefined) throw new Error('the test has no picture')
  return imageSource(img)
}

describe('imageSource', () => {
  it.each([
    ['<img src="a.jpg">', 'a.jpg'],
    ['<img src="data:image/gif;base64,R0lGOD" data-src="/b.jpg">', '/b.jpg'],
    ['<img src="/spacer.gif" data-original="https://x.example/c.jpg">', 'https://x.example/c.jpg'],
    ['<img src="s.jpg" srcset="s.jpg 400w, m.jpg 1200w, l.jpg 4000w">', 'm.jpg'],
    ['<picture><source srcset="p.webp 800w"><img src="p.jpg"></picture>', 'p.webp'],
    ['<img src="/blank.png">', null],
    ['<img>', null],
  ])('takes %s for %j', (html, source) => {
    expect(sourceOf(html)).toBe(source)
  })
})

describe('bestOfSet', () => {
  it('knows densities, commas inside addresses and sets without descriptors', () => {
    expect(bestOfSet('a.jpg, b.jpg 2x')).toBe('b.jpg')
    expect(bestOfSet('/w_400,c_fit/a.jpg 400w, /w_800,c_fit/a.jpg 800w')).toBe('/w_800,c_fit/a.jpg')
    expect(bestOfSet('only.jpg')).toBe('only.jpg')
    expect(bestOfSet('')).toBeNull()
  })
})
