import { expect, it } from 'vitest'
import { foldName } from '../../../../../src/main/import/html/metadata/fold-name.ts'

it.each([
  ['Zoë O’Neill-Wu', 'zoe-oneill-wu'],
  ['ANN EXAMPLE', 'annexample'],
  ['Ｊ. Smith', 'j smith'],
  ['Søren Kjær', 'søren-kjær'],
])('%j and %j are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other))
})

it('keeps apart what letters keep apart', () => {
  expect(foldName('Ann Example')).not.toBe(foldName('Anna Example'))
})
