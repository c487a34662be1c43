import { expect, it } from 'vitest'
import { headlineText } from '../../../../../src/main/import/html/metadata/headline-text.ts'
import { parsePage } from '../../../../../src/main/import/html/parse-page.ts'
import { valueOf } from '../../../../support/value-of.ts'

const heading = (html: string): Element => {
  const found = valueOf(parsePage(`<body>${html}</body>`)).body.firstElementChild
  if (found === null) throw new Error('the test has no heading')
  return found
}

it.each([
  ['<h1><span class="kicker">Weather</span> Storm closes harbour</h1>', 'Storm closes harbour'],
  ['<h1>Storm closes harbour<span class="article-subtitle">and opens again</span></h1>', 'Storm closes harbour'],
  ['<h1>Storm<br>closes harbour</h1>', 'Storm closes harbour'],
  ['<h1>23.01.2022 - Storm closes harbour</h1>', 'Storm closes harbour'],
  [
    '<h1><span>Weather</span><span>: </span><span class="headline">Storm closes harbour</span></h1>',
    'Storm closes harbour',
  ],
  ['<h1><span class="headline">23.01.2022 - Storm closes harbour</span></h1>', 'Storm closes harbour'],
  ['<h1><span class="title-label">Harbour</span></h1>', 'Harbour'],
  ['<h1>Stor&shy;m &amp; harbour</h1>', 'Storm & harbour'],
])('the headline of %s is %s', (html, text) => {
  expect(headlineText(heading(html))).toBe(text)
})
