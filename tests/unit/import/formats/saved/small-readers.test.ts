import { expect, test } from 'vitest'
import { readTags, textBetween } from '../../../../../src/main/import/formats/saved/html-tags.ts'
import { undoDoubleEscape } from '../../../../../src/main/import/formats/saved/undo-double-escape.ts'
import { parsePythonList } from '../../../../../src/main/import/formats/saved/python-list.ts'
import { countProcessorTime } from '../../../../support/processor-time.ts'

function tags(html: string): readonly string[] {
  return [...readTags(html)].map(({ name, isEnd, attributes }) =>
    [isEnd ? `/${name}` : name, ...[...attributes()].map(([key, value]) => `${key}=${value}`)].join(' '),
  )
}

test.each([
  ['<A HREF="a?b=1&amp;c" ADD_DATE=12 tags=\'x y\'>t</A>', ['a href=a?b=1&c add_date=12 tags=x y', '/a']],
  ['<a title="1 > 0" href=x>', ['a title=1 > 0 href=x']],
  ['a < b <!-- <a href=x> --> <p>', ['p']],
  ['<a href="never ends', ['a']],
])('the tags of %j', (html, expected) => {
  expect(tags(html)).toEqual(expected)
})

test('a million tags that never end are read in no time', () => {
  const timed = countProcessorTime()
  expect(tags('<a '.repeat(200_000))).toHaveLength(1)
  expect(tags('<!--'.repeat(200_000))).toHaveLength(0)
  expect(timed()).toBeLessThan(3000)
})

test('the text of an element ends where another must begin', () => {
  expect(textBetween('<a>One <b>two</b>\n three<dt>four', 3, 'a')).toBe('One two three')
})

test.each([
  ['https://a.example/a%2520b%252F', 'https://a.example/a%20b%2F'],
  ['https://a.example/a%20b%2520', 'https://a.example/a%20b%2520'],
  ['https://a.example/100%25', 'https://a.example/100%25'],
  ['https://a.example/', 'https://a.example/'],
])('%s once less escaped is %s', (address, expected) => {
  expect(undoDoubleEscape(address)).toBe(expected)
})

test.each([
  [`['a', "b's"]`, ['a', "b's"]],
  [`['it\\'s', 'a, b']`, ["it's", 'a, b']],
  ['[]', []],
  ['plain', ['plain']],
  ['', []],
])('the list %j', (text, expected) => {
  expect(parsePythonList(text)).toEqual(expected)
})
