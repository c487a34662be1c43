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
