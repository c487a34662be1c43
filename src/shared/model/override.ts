/** Longest fact in UTF-16 code units, imported or written by hand: every list shows titles. */
export const MOST_FACT_CHARACTERS = 5_000

/** Facts that a person may correct. */
export const OVERRIDE_FIELDS = [
  'title',
  'standfirst',
  'byline',
  'publication',
  'section',
  'published',
  'language',
] as const
/** One of the facts that a person may correct. */
export type OverrideField = (typeof OVERRIDE_FIELDS)[number]
