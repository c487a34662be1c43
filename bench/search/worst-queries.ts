/** Kinds of queries that cost most: what an index is worst at. The made-up English shares its function words with the real one. */
export const WORST_QUERIES = {
  'a phrase of two function words': '"of the"',
  'three function words near each other': '"the of and"~8',
  'all of five function words': 'the of to and a',
  'any of five function words': 'the OR of OR to OR and OR a',
  'a common word excluded': '-the',
  'a prefix of one letter': 's*',
  'a prefix of two letters': 'st*',
  'two prefixes, one excluded': 'st* -tr*',
  'a filter that all pass': 'lang:en',
  'a fuzzy word': 'anather~1',
} as const
