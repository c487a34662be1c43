import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHECKSUM_TO_COME, compareChecksum, fillInChecksum } from '../../../src/main/export/checksum-line.ts'

test('the checksum is the first 16 hex digits of SHA-256 over the content without its line', () => {
  const line = `checksum: "${CHECKSUM_TO_COME}"\n`
  // printf 'abc' | sha256sum
  expect(fillInChecksum(`${line}abc`)).toBe('checksum: "ba7816bf8f01cfea"\nabc')
})

test('any change of any character is seen', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.nat(), (text, added, at) => {
      const file = fillInChecksum(`---\nchecksum: "${CHECKSUM_TO_COME}"\n---\n${text}`)
      expect(compareChecksum(file)).toBe('unedited')
      const place = at % (file.length + 1)
      expect(compareChecksum(file.slice(0, place) + added + file.slice(place))).not.toBe('unedited')
    }),
  )
})

test('a text that looks like the line stays as it is', () => {
  const text = 'words\nchecksum: "0123456789abcdef"\n'
  expect(fillInChecksum(text)).toBe(text)
  expect(compareChecksum(text)).toBe('edited')
  expect(compareChecksum('words')).toBe('unknown')
})
