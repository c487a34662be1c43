/** Facts that a page may state about its article. */
export type ClaimField =
  | 'title'
  | 'author'
  /** Others named beside the author, whom only some sources count as one. */
  | 'coauthor'
  /** An organisation that is stated where the author would be. */
  | 'agency'
  | 'published'
  | 'publication'
  | 'section'
  | 'language'
  | 'standfirst'
  | 'image'

/** What one source says, raw and in its own order of preference; `merge.ts` judges. */
export type Claims = Partial<Readonly<Record<ClaimField, readonly string[]>>>

/** The places of a page that make claims; a file each. */
export type ClaimSource =
  'jsonLd' | 'openGraph' | 'metaTags' | 'microdata' | 'visible' | 'card' | 'titleTag' | 'heading' | 'address'

/** All claims about one page. */
export type ClaimsBySource = Readonly<Record<ClaimSource, Claims>>
