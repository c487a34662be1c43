import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { Extracted } from '../extracted.ts'
import { formatByline } from './byline.ts'
import { compose } from './compose.ts'
import { parseContributors } from './contributors.ts'
import { blockText } from './block.ts'
import { findHead } from './find-head.ts'
import { splitHeadLines } from './head-lines.ts'
import type { HeadFacts } from './head-facts.ts'
import { markMiddle } from './mark-middle.ts'
import { markTail } from './mark-tail.ts'
import type { Part } from './part.ts'
import { readBlocks } from './read-blocks.ts'

/** Name of this extractor, as renditions keep it. */
export const PLAIN_TEXT_EXTRACTOR = 'plain-text'
/** Raised whenever the same text would become another rendition. */
export const PLAIN_TEXT_EXTRACTOR_VERSION = '1'

/** Whether a text holds nothing to read; its caller answers `import/empty`. */
export function isBlankText(text: string): boolean {
  return !/\S/u.test(text)
}

/**
 * Makes an article of a plain text whose only structure is its lines. Each part that is recognised is marked, and
 * nothing is dropped: every sign but white space and the marks of structure (`>`, `#`, bullets, rows of signs) stands in
 * the content, in the order of the source. What the text does not say is null, with a note.
 *
 * A text of one short line is a title with an empty body; one long paragraph is a body without a title.
 */
export function extractPlainText(text: string, { fileName }: { readonly fileName: string | null }): Extracted {
  const blocks = splitHeadLines(readBlocks(text))
  const head = findHead(blocks, fileName)
  const headCount = head.roles.length
  const marked = blocks.map((block, at): Part => ({ block, role: head.roles[at] ?? 'body' }))
  const parts = markMiddle(markTail(marked))
  const contributors = parts.flatMap(({ block, role }) =>
    role === 'contributors' ? (parseContributors(blockText(block)) ?? []) : [],
  )
  return {
    extractor: PLAIN_TEXT_EXTRACTOR,
    extractorVersion: PLAIN_TEXT_EXTRACTOR_VERSION,
    ...compose(parts, headCount, head.masthead),
    facts: {
      title: head.facts.title,
      standfirst: head.facts.standfirst,
      byline: formatByline(head.facts.names),
      publication: head.facts.publication,
      section: head.facts.section,
      published: head.facts.published,
      language: null,
      contributors: [...new Set(contributors)],
    },
    leadImageUrl: null,
    notes: notesOn(head.facts),
  }
}

function notesOn(facts: HeadFacts): readonly ItemNote[] {
  const notes: ItemNote[] = []
  if (facts.title === null) notes.push({ kind: 'no-title', details: {} })
  if (facts.published === null) notes.push({ kind: 'no-date', details: {} })
  return notes
}
