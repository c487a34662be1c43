/** A line of the table of what can be written: examples, and what they find (`search.examples.ID`). */
export interface QueryExample {
  readonly id: string
  readonly queries: readonly string[]
}

/** What people write most, the plainest first; README, "Finding", has all. */
export const QUERY_EXAMPLES: readonly QueryExample[] = [
  { id: 'words', queries: ['ice core', 'ice AND core'] },
  { id: 'phrase', queries: ['"ice core"', '"ice core"~8'] },
  { id: 'either', queries: ['ice OR snow'] },
  { id: 'without', queries: ['ice -antarctica', 'ice NOT war'] },
  { id: 'prefix', queries: ['core*'] },
  { id: 'fuzzy', queries: ['antartica~1'] },
  { id: 'field', queries: ['title:ice', 'by:lindqvist'] },
  { id: 'tag', queries: ['tag:food', 'lang:ru'] },
  { id: 'dates', queries: ['after:2021', 'before:2022-03'] },
  { id: 'state', queries: ['is:unread', 'has:highlight'] },
]
