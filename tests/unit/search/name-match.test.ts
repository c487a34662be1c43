import { describe, expect, it } from 'vitest'
import { createNameTest } from '../../../src/main/search/name-match.ts'

describe('a name given by a part', () => {
  it.each([
    ['Washington Post', 'The Washington Post'],
    ['washington', 'The Washington Post'],
    ['le monde', 'Le  Monde'],
    ['Evénement', "L'Evenement du Jeudi"],
    ["people's daily", 'People’s Daily'],
    ['welt', 'DIE WELT'],
    ['правда', 'Украинская Правда'],
    ['新聞', '朝日新聞'],
    ['Post', 'Outpost (Post)'],
  ])('%s is in %s', (value, name) => {
    expect(createNameTest(value)(name)).toBe(true)
  })

  it.each([
    ['post', 'Postimees'],
    ['post', 'Outpost'],
    ['ost', 'The Washington Post'],
    ['post washington', 'The Washington Post'],
    ['𐐨', '𐐨𐐩'],
    ['', 'The Washington Post'],
    ['\u0301', 'Le Monde'],
  ])('“%s” is not in %s', (value, name) => {
    expect(createNameTest(value)(name)).toBe(false)
  })
})
