import { decode } from '../../encoding/decode.ts'
import { appError } from '../../../../shared/app-error.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../../format.ts'
import { readWhole, wholeFailure } from '../read-whole.ts'
import { failureAt } from '../saved/table-format.ts'
import type { Citation } from './citation.ts'
import { contentOfCitation, itemOfCitation } from './draft-of-citation.ts'

/** What tells one format of bibliographies from another. */
export interface BibliographyFormat {
  readonly id: string
  readonly mediaType: string
  readonly confidence: ImportFormat['confidence']
  /** Entries of a file with the text that each was read from, in order; `broken` says in words what is wrong with one. */
  readonly parse: (
    text: string,
  ) => Iterable<{ readonly citation: Citation; readonly text: string; readonly broken?: string | null }>
}

/** A format of files with many entries, each of them an item. */
export function bibliographyFormat(format: BibliographyFormat): ImportFormat {
  const { id, mediaType, confidence, parse } = format
  return {
    id,
    confidence,
    read: (source) => readWhole(source, (bytes) => itemsOf(source, bytes, format)),
    restoreContent: ({ bytes }) => {
      for (const { citation } of parse(new TextDecoder().decode(bytes))) return contentOfCitation(citation)
      return { kind: 'none' }
    },
  }

  function* itemsOf(source: ImportSource, bytes: Uint8Array, of: BibliographyFormat): Generator<DraftOrFailure> {
    let number = 0
    for (const { citation, text, broken } of of.parse(decode(bytes, { declared: null, kind: 'text' }).text)) {
      if (typeof broken === 'string') {
        number++
        const path = `${source.path}#${citation.id ?? String(number)}`
        yield failureAt(path, appError('import/malformed', { path, reason: broken }))
        continue
      }
      const original = { bytes: new TextEncoder().encode(text), mediaType }
      yield itemOfCitation(source, { citation, original }, { format: id, number: ++number })
    }
    if (number > 0) return
    yield wholeFailure(source, bytes, appError('import/malformed', { reason: 'there is no entry in it' }))
  }
}
