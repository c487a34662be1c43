import { expect, test } from 'vitest'
import { besidePath } from '../../../../src/shared/text/beside-path.ts'

test.each([
  ['a.png', '', 'a.png'],
  ['./Ice_files/./a%20b.png?x#y', '', 'Ice_files/a b.png'],
  ['Ice_files//sub/../a.png', '', 'Ice_files/a.png'],
  ['../a.png', '', '../a.png'],
  ['../../a.png', 'Ice_files/look.css', '../a.png'],
  ['../a.png', 'Ice_files/sub/more.css', 'Ice_files/a.png'],
  ['100%.png', '', '100%.png'],
])('%s, written in %j, lies at %s', (address, from, path) => {
  expect(besidePath(address, from)).toBe(path)
})

test.each([
  '',
  '#a',
  '?x',
  '.',
  '..',
  'a/..',
  '/a.png',
  '//x/a.png',
  'http://x/a.png',
  'C:\\a',
  'a\\b',
  'a%00',
  '%2fetc',
])('%j is no path beside a page', (address) => {
  expect(besidePath(address)).toBeNull()
})
