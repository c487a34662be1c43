import { describe, expect, it } from 'vitest'
import { createWorld, openWorld } from './support/search-world.ts'

/** What stands in the one article, the query, and whether it must be found. */
type Case = readonly [body: string, language: string, query: string, isFound: boolean]

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'one and two characters': [
    ['東京都に住む', 'ja', '東', true],
    ['東京都に住む', 'ja', '都', true],
    ['東京都に住む', 'ja', '東京', true],
    ['東京都に住む', 'ja', '京都', true],
    ['東京都に住む', 'ja', '大阪', false],
    ['北京是首都', 'zh', '京', true],
    ['北京是首都', 'zh', '首都', true],
    ['서울은 수도이다', 'ko', '서울', true],
    ['서울은 수도이다', 'ko', '수', true],
    ['서울은 수도이다', 'ko', '부산', false],
  ],
  Thai: [
    ['ประเทศไทยมีกรุงเทพเป็นเมืองหลวง', 'th', 'กรุงเทพ', true],
    ['ประเทศไทยมีกรุงเทพเป็นเมืองหลวง', 'th', 'เมือง', true],
    ['ประเทศไทยมีกรุงเทพเป็นเมืองหลวง', 'th', 'น้ำ', false],
    ['น้ำแข็งละลาย', 'th', 'น้ำ', true],
  ],
  'scripts that stack letters': [
    ['ភ្នំពេញជារាជធានី', 'km', 'ភ្នំពេញ', true],
    ['မြန်မာနိုင်ငံ', 'my', 'မြန်မာ', true],
    ['ປະເທດລາວ', 'lo', 'ລາວ', true],
  ],
  'Arabic with and without marks': [
    ['قرأ الكِتَابَ في المدرسة', 'ar', 'الكتاب', true],
    ['قرأ الكتاب في المدرسة', 'ar', 'كِتَاب', true],
    ['قرأ الكتاب', 'ar', '"الكِتاب"', true],
  ],
  'Ukrainian apostrophes': [
    ["Запах м'яту", 'uk', 'мʼята', true],
    ['Запах м’яту', 'uk', "м'ята", true],
    ['Запах мʼяти', 'uk', 'м’яти', true],
    ['Запах мʼяти', 'uk', 'яти', false],
  ],
  'French elision': [
    ["Les droits de l'homme", 'fr', '"droits de l’homme"', true],
    ['Les droits de l’homme', 'fr', 'homme', true],
    ['Les droits de l’homme', 'fr', '"de homme"', false],
    ["L'eau qu'il boit", 'fr', 'eau', true],
  ],
  'Turkish i': [
    ['IŞIK ve gölge', 'tr', 'ışık', true],
    ['İSTANBUL büyük', 'tr', 'istanbul', true],
    ["İstanbul'da yaşıyor", 'tr', 'İstanbul', true],
  ],
  'Vietnamese with and without marks': [
    ['Thủ đô Hà Nội', 'vi', 'hà nội', true],
    ['Thủ đô Hà Nội', 'vi', 'ha noi', true],
    ['Thủ đô Hà Nội', 'vi', 'thu do', true],
    ['Thủ đô Hà Nội', 'vi', 'hạ nội', false],
  ],
  'numbers, names and addresses': [
    ['It weighs 3.5 kg at 20°C', 'en', '"3.5 kg"', true],
    ['A 155-mm shell', 'en', '155-mm', true],
    ['A 155-mm shell', 'en', '"155 mm"', true],
    ['A well-known writer', 'en', 'well-known', true],
    ['Write to ann.lee@example.org today', 'en', 'ann.lee@example.org', true],
    ['Write to ann.lee@example.org today', 'en', 'bob.lee@example.org', false],
    ['See https://example.org/a/b?c=1 for more', 'en', 'https://example.org/a/b', true],
    ['It began at 12:30 sharp', 'en', '12:30', true],
    ['It began at 12:30 sharp', 'en', '12:45', false],
  ],
  'digits of other scripts': [
    ['सन् १९९० में', 'hi', '1990', true],
    ['عام ١٩٩٠', 'ar', '1990', true],
    ['ปี ๒๕๖๐', 'th', '2560', true],
    ['In the year 1990', 'en', '१९९०', true],
  ],
  emoji: [
    ['Good news 🎉 today', 'en', 'news 🎉', true],
    ['Good news 👩‍👩‍👧 today', 'en', '"news today"', true],
  ],
}

for (const [what, cases] of Object.entries(CASES)) {
  describe(what, () => {
    it.each(cases)('%s (%s), asked for %s: %s', (body, language, query, isFound) => {
      const world = createWorld(openWorld())
      world.add({ title: 'x', body, language })
      expect(
        world.search.search({ query, match: 'all', limit: 1, offset: 0 }).understood.relaxed
          ? 0
          : world.find(query).length,
      ).toBe(isFound ? 1 : 0)
    })
  })
}

it('finds nothing but says nothing is wrong for emoji alone', () => {
  const world = createWorld(openWorld())
  world.add({ title: 'x', body: 'Good news 🎉' })
  expect(world.find('🎉')).toEqual([])
})

it('sorts results by relevance, date added, date published and title, and pages to the end', () => {
  const world = createWorld(openWorld())
  const years = ['2020', '2022', '2021']
  years.forEach((published, at) =>
    world.add({
      title: 'cab'.charAt(at),
      body: `ice ${'ice '.repeat(at)}fog`,
      published,
      added: `2026-01-0${String(at + 1)}T00:00:00.000Z`,
    }),
  )
  const sorted = (sort: 'relevance' | 'added' | 'published' | 'title', offset = 0) =>
    world.search.search({ query: 'ice', match: 'all', limit: 10, offset, sort }).hits.map((hit) => hit.title)
  expect(sorted('added')).toEqual(['b', 'a', 'c'])
  expect(sorted('published')).toEqual(['a', 'b', 'c'])
  expect(sorted('title')).toEqual(['a', 'b', 'c'])
  expect(sorted('title', 2)).toEqual(['c'])
  expect(sorted('title', 3)).toEqual([])
})
