import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTokenWriter } from '../../../src/main/search/token-writer.ts'

it('joins tokens of every script by spaces, text after text', () => {
  const writer = createTokenWriter()
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), (tokens) => {
      writer.start()
      for (const token of tokens) writer.add(token)
      expect(writer.count()).toBe(tokens.length)
      expect(writer.text()).toBe(tokens.join(' '))
    }),
  )
})

it('keeps a text that is longer than its room', () => {
  const writer = createTokenWriter()
  for (const length of [300_000, 1_000, 400_000]) {
    const tokens = Array.from({ length }, (_, at) => `t${String(at)}`)
    writer.start()
    for (const token of tokens) writer.add(token)
    expect(writer.text()).toBe(tokens.join(' '))
  }
})
