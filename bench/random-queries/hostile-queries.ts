/** Queries made to cost time or to break the parser. */
export const HOSTILE_QUERIES: Readonly<Record<string, string>> = {
  '300 parentheses': `${'('.repeat(300)}ice${')'.repeat(300)}`,
  '50 levels of and within or': `${'(ice OR (core '.repeat(24)}x${'))'.repeat(24)}`,
  '50 levels of exclusion': `${'-(ice OR -(core '.repeat(24)}x${'))'.repeat(24)}`,
  '10 000 characters of words': 'ice core '.repeat(1_111),
  '10 000 characters of one run': '東京都知事'.repeat(2_000),
  'a phrase of 10 000 characters': `"${'ice core '.repeat(1_111)}"`,
  '1 000 alternatives': Array.from({ length: 1_000 }, (_, at) => `word${String(at)}`).join(' OR '),
  '2 000 prefixes': 'a* '.repeat(2_000),
  'one-letter prefixes and fuzzy words': 'a* b* c* s* t* anather~2 shoust~2 prantion~2 (e* OR o* OR -i*)',
  'a long fuzzy word': `${'abcdefghij'.repeat(6)}~2`,
  'a phrase of function words among prefixes': '"of the" "in a" t* -"to the" th* "and"~8',
}
