import { NO_FACTS } from '../../../shared/model/rendition.ts'
import type { Extracted } from '../extracted.ts'
import { compose } from '../text/compose.ts'
import { extractPlainText, PLAIN_TEXT_EXTRACTOR, PLAIN_TEXT_EXTRACTOR_VERSION } from '../text/extract-plain-text.ts'
import { markMiddle } from '../text/mark-middle.ts'
import { markTail } from '../text/mark-tail.ts'
import type { Part } from '../text/part.ts'
import { readBlocks } from '../text/read-blocks.ts'

/**
 * Makes an article of a text whose title is stated beside it. Such a text is usually the body alone: its first line is
 * no headline to be looked for. Where it does begin with the title it has a head, and is read like any plain text.
 */
export function extractBodyText(text: string, title: string): Extracted {
  if (beginsWith(text, title)) return extractPlainText(text, { fileName: null })
  const parts = readBlocks(text).map((block): Part => ({ block, role: 'body' }))
  return {
    extractor: PLAIN_TEXT_EXTRACTOR,
    extractorVersion: PLAIN_TEXT_EXTRACTOR_VERSION,
    ...compose(markMiddle(markTail(parts)), 0, null),
    facts: NO_FACTS,
    leadImageUrl: null,
    notes: [{ kind: 'no-date', details: {} }],
  }
}

/** Whether the text's first line is the title, whatever the case, white space and typography. */
function beginsWith(text: string, title: string): boolean {
  const [first = ''] = text.trimStart().split('\n', 1)
  return folded(first) === folded(title)
}

function folded(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
