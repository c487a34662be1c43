import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import type { Extracted } from '../extracted.ts'
import { cutFrontMatter } from '../markdown/front-matter-block.ts'
import { readFrontMatter } from '../markdown/read-front-matter.ts'
import { formatByline } from './byline.ts'
import { compose } from './compose.ts'
import { parseContributors } from './contributors.ts'
import { type Block, blockText } from './block.ts'
import { findHead } from './find-head.ts'
import { splitHeadLines } from './head-lines.ts'
import type { HeadFacts } from './head-facts.ts'
import { markMiddle } from './mark-middle.ts'
import { markTail } from './mark-tail.ts'
import type { Part } from './part.ts'
import { readBlocks } from './read-blocks.ts'
import { splitLines } from './split-lines.ts'

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
  const { matter, rest } = cutFrontMatter(text)
  const stated = matter === null ? null : readFrontMatter(text)
  const blocks = splitHeadLines(readBlocks(stated === null ? text : rest))
  const head = findHead(blocks, fileName)
  const marked = blocks.map((block, at): Part => ({ block, role: head.roles[at] ?? 'body' }))
  const matterParts: readonly Part[] = matter === null ? [] : [{ block: matterBlock(matter), role: 'meta' }]
  const parts = [...matterParts, ...markMiddle(markTail(marked))]
  const facts: ArticleFacts = { ...factsOf(head.facts, parts), ...stated?.facts }
  return {
    extractor: PLAIN_TEXT_EXTRACTOR,
    extractorVersion: PLAIN_TEXT_EXTRACTOR_VERSION,
    ...compose(parts, head.roles.length + matterParts.length, head.masthead),
    facts,
    leadImageUrl: null,
    notes: [...(stated?.notes ?? []), ...notesOn(facts, head.facts.updated)],
  }
}

/** Front matter stands in the text as it was written: a plain text has no other place for it. */
function matterBlock(matter: string): Block {
  const lines = splitLines(matter).map((line) => line.text)
  return { shape: 'verse', lines: lines.filter((line) => line !== ''), level: 0, ordered: false, gap: 0 }
}

function factsOf(head: HeadFacts, parts: readonly Part[]): ArticleFacts {
  const contributors = parts.flatMap(({ block, role }) =>
    role === 'contributors' ? (parseContributors(blockText(block)) ?? []) : [],
  )
  const { title, standfirst, publication, section, published, names } = head
  const byline = formatByline(names)
  return {
    title,
    standfirst,
    byline,
    publication,
    section,
    published,
    language: null,
    contributors: [...new Set(contributors)],
  }
}

function notesOn({ title, published }: ArticleFacts, updated: HeadFacts['updated']): readonly ItemNote[] {
  const notes: ItemNote[] = []
  if (title === null) notes.push({ kind: 'no-title', details: {} })
  if (published === null) notes.push({ kind: 'no-date', details: updated === null ? {} : { updated } })
  return notes
}
