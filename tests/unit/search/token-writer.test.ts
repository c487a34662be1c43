import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTokenWriter } from '../../../src/main/search/token-writer.ts'

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

it('joins tokens of every script by its separator, text after text', () => {
  const writer = createTokenWriter('+')
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 })), (tokens) => {
      writer.start()
      tokens.forEach((token, at) => {
        if (at % 2 === 0) writer.addText(token)
        else writer.add(unitsOf(`-${token}-`), 1, 1 + token.length)
      })
      expect(writer.count()).toBe(tokens.length)
      expect(writer.text()).toBe(tokens.join('+'))
    }),
  )
})

it('keeps a text that is longer than its room', () => {
  const writer = createTokenWriter(' ')
  for (const length of [300_000, 1_000, 400_000]) {
    const tokens = Array.from({ length }, (_, at) => `t${String(at)}`)
    writer.start()
    for (const token of tokens) writer.addText(token)
    expect(writer.text()).toBe(tokens.join(' '))
  }
})
