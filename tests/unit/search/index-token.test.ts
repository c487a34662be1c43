import { expect, it } from 'vitest'
import { createWordTokens } from '../../../src/main/search/index-token.ts'
import { packFor } from '../../../src/main/search/languages/registry.ts'

it('forgets the tokens that were read when they are many, and makes the same again', () => {
  const tokens = createWordTokens(packFor('en'))
  const first = tokens.of('harbours')
  tokens.relieve()
  expect(tokens.of('harbours')).toBe(first)
  for (let at = 0; at < 50_000; at++) tokens.of(`w${String(at)}`)
  tokens.relieve()
  const again = tokens.of('harbours')
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})
