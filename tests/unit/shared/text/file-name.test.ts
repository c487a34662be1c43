import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameKey, numberedFileName, safeFileName } from '../../../../src/shared/text/file-name.ts'

test.each([
  ['an ordinary title', 'Ukraine retreats from Severodonetsk', 'Ukraine retreats from Severodonetsk.md'],
  ['letters that Windows refuses', 'What? Who: "A/B" <C> | D*\\E', 'What Who A B C D E.md'],
  ['line breaks and control characters', 'one\ntwo\u0000three\u0085', 'one two three.md'],
  ['a path', '../../etc/passwd', 'etc passwd.md'],
  ['dots and spaces at the ends', ' .hidden. . ', 'hidden.md'],
  ['nothing', '', 'Untitled.md'],
  ['nothing that may stand', '???', 'Untitled.md'],
  ['a device of Windows', 'CON', '_CON.md'],
  ['a device with an extension', 'aux.txt', '_aux.txt.md'],
  ['a word that begins like a device', 'Console', 'Console.md'],
  ['decomposed letters', 'Cafe\u0301', 'Café.md'],
  ['Arabic', 'الحرب في أوكرانيا', 'الحرب في أوكرانيا.md'],
  ['marks that turn the direction', 'abc\u202egpj.exe', 'abc gpj.exe.md'],
  ['Japanese', '東京都の新聞', '東京都の新聞.md'],
  ['half a surrogate pair', 'a\ud83d b', 'a b.md'],
])('%s', (_what, title, name) => {
  expect(safeFileName(title, '.md')).toBe(name)
})

test('a long title is cut between whole characters', () => {
  const name = safeFileName('👩‍👩‍👧'.repeat(40), '.md')
  expect(name).toMatch(/^(👩‍👩‍👧)+\.md$/u)
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
})

test('a number stands before the extension and within the limit', () => {
  expect(numberedFileName('Title', 2, '.md')).toBe('Title (2).md')
  expect(Buffer.byteLength(numberedFileName('ж'.repeat(300), 12, '.md'))).toBeLessThanOrEqual(200)
})

test('names compare without case and Unicode form', () => {
  expect(fileNameKey('CAFE\u0301.md')).toBe(fileNameKey('café.md'))
})

test('any title gives a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = safeFileName(title, '.md')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
      expect(name).toBe(name.normalize('NFC'))
      expect(name).not.toMatch(/[<>:"/\\|?*]|^[\s.]|[\s.]$|^\.md$/)
      expect(Buffer.from(name).toString()).toBe(name)
    }),
    { numRuns: 500 },
  )
})
