import { labelOf } from '../../../shared/text/display-title.ts'
import { dayRange } from '../../../shared/text/day-range.ts'
import { effectiveFacts, type EffectiveFacts, type OverrideRow } from './effective-facts.ts'
import { fileNameOf } from './label-facts.ts'
import { linkFacts } from './link-facts.ts'
import { readZstdColumn } from '../zstd-column.ts'
import { siteOf } from './site-of.ts'
import type { StatedFactsRow } from './stated-facts.ts'
import { titleKey } from './title-key.ts'

/** The columns of `article_listing`, in the order of the table. */
export const LISTING_COLUMNS = [
  'article',
  'title',
  'title_key',
  'label',
  'standfirst',
  'byline',
  'publication',
  'section',
  'published',
  'published_from',
  'published_until',
  'language',
  'url',
  'site',
  'media_type',
  'source_id',
  'words',
  'highlights',
  'notes',
  'incomplete',
  'added_at',
  'state',
  'starred',
  'trashed',
] as const

/** One row of `article_listing`. */
export type ListingRow = Readonly<Record<(typeof LISTING_COLUMNS)[number], string | number | null>>

/** The facts of an article that count, from what is stored of it. */
export function factsOf(stated: StatedFactsRow, overrides: readonly OverrideRow[]): EffectiveFacts {
  return effectiveFacts(stated.rendition === null ? linkFacts(stated.parameters) : stated, overrides)
}

function labelOfStated({ parameters, url, rendition, text }: StatedFactsRow): string | null {
  const fileName = fileNameOf(parameters)
  if (fileName !== null || url !== null || rendition === null || text === null)
    return labelOf({ fileName, url, text: '' })
  try {
    return labelOf({ fileName, url, text: readZstdColumn(rendition, 'text', text) })
  } catch {
    // A damaged text names nothing; `verify` reports it where it looks at texts.
    return null
  }
}

/** What the listing says of an article; a pure function of what is stored of it, so that `verify` can compute it again. */
export function listingRow(stated: StatedFactsRow, overrides: readonly OverrideRow[]): ListingRow {
  const facts = factsOf(stated, overrides)
  const days = facts.published === null ? undefined : dayRange(facts.published)
  return {
    ...facts,
    article: stated.article,
    title_key: titleKey(facts.title),
    label: facts.title === null ? labelOfStated(stated) : null,
    published_from: days?.from ?? null,
    published_until: days?.until ?? null,
    url: stated.url,
    site: siteOf(stated.url),
    media_type: stated.mediaType,
    source_id: stated.sourceId,
    words: stated.words,
    highlights: stated.highlights,
    notes: stated.notes,
    incomplete: stated.incomplete,
    added_at: stated.added,
    state: stated.state,
    starred: stated.starred,
    trashed: stated.trashed,
  }
}
