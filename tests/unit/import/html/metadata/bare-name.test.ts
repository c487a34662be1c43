import { expect, it } from 'vitest'
import { bareName } from '../../../../../src/main/import/html/metadata/bare-name.ts'

it.each([
  ['Zoë O’Neill-Wu', 'zoe-oneill-wu'],
  ['ANN EXAMPLE', 'annexample'],
  ['Ｊ. Smith', 'j smith'],
  ['Søren Kjær', 'søren-kjær'],
])('%j and %j are one name', (one, other) => {
  expect(bareName(one)).toBe(bareName(other))
})

it('keeps apart what letters keep apart', () => {
  expect(bareName('Ann Example')).not.toBe(bareName('Anna Example'))
})
