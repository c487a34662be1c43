import { describe, expect, it } from 'vitest'
import { cleanTitle, longestPiece, titleSimilarity } from '../../../../../src/main/import/html/metadata/title.ts'

describe('cleanTitle', () => {
  it.each([
    ['Harbour closed by storm | The Daily Gull', 'Harbour closed by storm'],
    ['Harbour closed by storm - The Daily Gull', 'Harbour closed by storm'],
    ['The Daily Gull: Harbour closed by storm', 'The Daily Gull: Harbour closed by storm'],
    ['The Daily Gull » Harbour closed by storm', 'Harbour closed by storm'],
    ['Harbour - and pier - closed', 'Harbour - and pier - closed'],
    ['The Daily Gull', 'The Daily Gull'],
  ])('makes %j into %j', (title, clean) => {
    expect(cleanTitle(title, ['The Daily Gull'], [])).toBe(clean)
  })

  it('keeps a title that the page shows as it is, separators and all', () => {
    expect(cleanTitle('Storm | The Daily Gull', ['The Daily Gull'], ['Storm | The Daily Gull'])).toBe(
      'Storm | The Daily Gull',
    )
  })

  it('takes the piece that the page shows as its headline', () => {
    expect(cleanTitle('Harbour closed by storm | Coast | Gull', [], ['Harbour closed by storm'])).toBe(
      'Harbour closed by storm',
    )
  })
})

describe('longestPiece', () => {
  it('drops a short last piece, and a short first one', () => {
    expect(longestPiece('How the harbour was closed | Gull')).toBe('How the harbour was closed')
    expect(longestPiece('Gull | How the harbour was closed')).toBe('How the harbour was closed')
    expect(longestPiece('One title without pieces')).toBe('One title without pieces')
  })
})

describe('titleSimilarity', () => {
  it('is 1 for the same words in another spelling and 0 for other words', () => {
    expect(titleSimilarity('Harbour — closed!', 'harbour closed')).toBe(1)
    expect(titleSimilarity('Harbour closed', 'Ferries sail')).toBe(0)
    expect(titleSimilarity('', 'Ferries sail')).toBe(0)
  })
})
