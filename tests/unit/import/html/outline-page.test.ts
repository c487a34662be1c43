import { expect, test } from 'vitest'
import { findChosenElement } from '../../../../src/main/import/html/chosen-element.ts'
import { outlinePage } from '../../../../src/main/import/html/outline-page.ts'
import { parsePage } from '../../../../src/main/import/html/parse-page.ts'
import { valueOf } from '../../../support/value-of.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

const LINE = 'Words that are long enough to be a part of the page. '
const PAGE = `<body><nav><a href="/">Home</a></nav>
<div class="page wide"><div><article id="one"><p>${LINE}</p><p>Another: ${LINE}</p></article></div>
<aside><ul><li>${LINE}</li></ul></aside></div><script>const x = "${LINE}"</script></body>`

test('the parts of a page are told from outside inwards, each followed by what lies in it', () => {
  expect(outlinePage(PAGE).map(({ depth, name, words }) => `${'  '.repeat(depth)}${name} ${String(words)}`)).toEqual([
    'body 38',
    '  div.page 37',
    '    article#one 25',
    '      p 12',
    '      p 13',
    '    li 12',
  ])
})

test('each selector leads to its part', () => {
  const document = valueOf(parsePage(PAGE.replace(/<script.*<\/script>/, '')))
  for (const { selector, text } of outlinePage(PAGE)) {
    const found = findChosenElement(document, { selector })
    expect(found?.element.textContent.replace(/\s+/g, ' ').trim().slice(0, 600)).toBe(text)
  }
})

test('a page of many thousand parts is told in no time, its outer ones first', () => {
  const rows = `<tr><td>${LINE}</td></tr>`.repeat(20_000)
  const timed = countProcessorTime()
  const parts = outlinePage(`<div><table>${rows}</table><section>${LINE}</section></div>`)
  expect(timed()).toBeLessThan(5_000)
  expect(parts.length).toBeLessThanOrEqual(1_000)
  expect(parts.map(({ name }) => name)).toContain('section')
  expect(outlinePage('<div>'.repeat(600) + LINE)).toEqual([])
  expect(outlinePage('')).toHaveLength(1)
})

test('words of neighbouring blocks stand apart, though the source has no space between them', () => {
  const [page] = outlinePage(
    '<section><h2>Letters</h2><p>A reader<br>remembers the ferry.</p><p>Another does.</p></section>',
  )
  expect(page).toMatchObject({ text: 'Letters A reader remembers the ferry. Another does.', words: 8 })
})
