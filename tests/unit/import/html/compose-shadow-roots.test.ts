import { describe, expect, it } from 'vitest'
import { extractHtml } from '../../../../src/main/import/html/extract-html.ts'
import { parsePage } from '../../../../src/main/import/html/parse-page.ts'
import { textOfMarkup } from '../../../../src/main/import/html/text-of-markup.ts'

function bodyOf(html: string): string {
  // With a doctype, as most pages have: linkedom gives it no sibling.
  const page = parsePage(`<!DOCTYPE html>${html}`)
  if (!page.ok) throw new Error(page.error.code)
  return page.value.body.innerHTML
}

describe('composeShadowRoots', () => {
  it.each([
    ['<x-a><template shadowrootmode="open"><p>in</p></template></x-a>', '<x-a><p>in</p></x-a>'],
    ['<x-a><template ShadowRootMode=closed><p>in</p></template>light</x-a>', '<x-a><p>in</p></x-a>'],
    ['<x-a>light<template shadowrootmode="open"><p><slot></slot>!</p></template></x-a>', '<x-a><p>light!</p></x-a>'],
    [
      '<x-a><template shadowrootmode="open"><slot name="b"></slot>, <slot>none</slot></template><i slot="b">B</i> </x-a>',
      '<x-a><i slot="b">B</i>, none</x-a>',
    ],
    [
      '<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open">(<slot></slot>)</template><slot></slot></x-b></template>word</x-a>',
      '<x-a><x-b>(word)</x-b></x-a>',
    ],
    [
      '<x-a><template shadowrootmode="open">one</template><template shadowrootmode="open">two</template></x-a>',
      '<x-a>one</x-a>',
    ],
    ['<ul><template shadowrootmode="open"><li>none</li></template><li>a</li></ul>', '<ul><li>a</li></ul>'],
    ['<p>a</p><template><p>never shown</p></template>', '<p>a</p>'],
  ])('shows of %s what a browser shows', (html, shown) => {
    expect(bodyOf(html)).toBe(shown)
  })

  it('reads an article that lies in a shadow root, and none of a template for scripts', () => {
    const words = 'The ferry goes once a day, and only when the wind allows it. '.repeat(12)
    const html = `<head><title>Ferry</title><template><p>${'Not a word of this is shown. '.repeat(20)}</p></template></head>
      <body><h1>Ferry</h1><my-story><template shadowrootmode="open"><style>p { color: red }</style><p>${words}</p></template></my-story></body>`
    const read = extractHtml(html, { url: null })
    if (!read.ok) throw new Error(read.error.code)
    expect(textOfMarkup(read.value.content)).toContain('The ferry goes once a day')
    expect(textOfMarkup(read.value.content)).not.toMatch(/Not a word|color: red/)
  })
})
