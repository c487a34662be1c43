import { decode } from '../../encoding/decode.ts'
import { appError } from '../../../../shared/app-error.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../../format.ts'
import { readWhole, wholeFailure } from '../read-whole.ts'
import type { Citation } from './citation.ts'
import { contentOfCitation, itemOfCitation } from './draft-of-citation.ts'

/** What tells one format of bibliographies from another. */
export interface BibliographyFormat {
  readonly id: string
  readonly mediaType: string
  readonly confidence: ImportFormat['confidence']
  /** Entries of a file with the text that each was read from, in order; broken ones are passed by. */
  readonly parse: (text: string) => Iterable<{ readonly citation: Citation; readonly text: string }>
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
    for (const { citation, text } of of.parse(decode(bytes, { declared: null, kind: 'text' }).text)) {
      const original = { bytes: new TextEncoder().encode(text), mediaType }
      yield itemOfCitation(source, { citation, original }, { format: id, number: ++number })
    }
    if (number > 0) return
    yield wholeFailure(source, bytes, appError('import/malformed', { reason: 'there is no entry in it' }))
  }
}
