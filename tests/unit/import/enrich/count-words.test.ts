import { describe, expect, it } from 'vitest'
import { countWords } from '../../../../src/main/import/enrich/count-words.ts'
import { wordsOf } from '../../../../src/main/import/enrich/words.ts'

describe('Counting words', () => {
  it.each([
    ['', 0],
    [' \n—…! ', 0],
    ['One two  three.', 3],
    ["don't well-known rock’n’roll", 3],
    ['1,000.5 km in 2022', 4],
    ['end.Next and/or', 4],
    ['Zu\u0308rich naïve Київ', 3],
    ['हिन्दी में लिखा', 3],
    ['قرر مجلس المدينة', 3],
    ['市议会决定', 5],
    ['タワー and 東京', 6],
    ['시의회는 목요일에', 2],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })

  it('segments Thai, which is written without spaces', () => {
    expect(countWords('ฉันรักแมว')).toBeGreaterThan(1)
    expect(countWords('ฉันรักแมว yes')).toBe(countWords('ฉันรักแมว') + 1)
  })

  it.each(['T', 'ก', '漢', 'a-', "a'", '1.', 'e\u0301'])('counts a row of %j without end', (letters) => {
    expect(countWords(letters.repeat(8_000_000 / letters.length))).toBeGreaterThan(0)
  })

  it('takes words as they are written', () => {
    expect(wordsOf('The 2.5-inch disk – it’s “old”.')).toEqual(['The', '2.5-inch', 'disk', 'it’s', 'old'])
  })
})
