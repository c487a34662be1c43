import type { ItemNote, ItemNoteKind } from '../../../shared/model/item-note.ts'
import type { PagePlace } from '../../../shared/model/page-place.ts'

/** What is said of the article as a whole, of which one page says enough. */
const OF_THE_FIRST: ReadonlySet<ItemNoteKind> = new Set(['no-date', 'no-title', 'invalid-date'])

/**
 * What is to remark about an article of several pages: what there is about each, pictures added up, and the pages that are
 * still missing.
 */
export function joinedNotes(
  pages: readonly { readonly notes: readonly ItemNote[]; readonly place: PagePlace | undefined }[],
): readonly ItemNote[] {
  const own = pages.flatMap(({ notes }, index) =>
    notes.filter(({ kind }) => kind !== 'one-of-several-pages' && (index === 0 || !OF_THE_FIRST.has(kind))),
  )
  const pictures = own.filter(({ kind }) => kind === 'missing-image')
  const rest = own.filter(({ kind }) => kind !== 'missing-image')
  return [...onceEach(rest), ...sumOf(pictures), ...missingPages(pages.map(({ place }) => place))]
}

function onceEach(notes: readonly ItemNote[]): readonly ItemNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()]
}

function sumOf(pictures: readonly ItemNote[]): readonly ItemNote[] {
  const [first] = pictures
  if (first === undefined) return []
  const count = pictures.reduce((sum, { details }) => sum + Number(details['count']), 0)
  return [{ ...first, details: { ...first.details, count } }]
}

function missingPages(places: readonly (PagePlace | undefined)[]): readonly ItemNote[] {
  const here = new Set(places.flatMap((place) => place?.number ?? []))
  const last = Math.max(...places.map((place) => place?.last ?? 0))
  const missing = Array.from({ length: last }, (_, index) => index + 1).filter((page) => !here.has(page))
  return missing.length === 0 ? [] : [{ kind: 'one-of-several-pages', details: { missing } }]
}
