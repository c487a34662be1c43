import { expect, test } from 'vitest'
import { cssString } from '../../../../src/renderer/reader/css-string.ts'

test('no text ends its string', () => {
  expect(cssString('a "b" \\ c\n}\r\f d\u0000')).toBe(String.raw`"a \"b\" \\ c } d"`)
})
