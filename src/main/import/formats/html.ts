import type { FormatConfidence, SourceLook } from '../format.ts'
import { lookText } from './look-text.ts'
import { oneItemFormat } from './one-item-format.ts'
import { readFilesBeside } from './read-files-beside.ts'

// A comment must not run over its own end: else n comments before a text can be read in 2ⁿ ways, all of them tried.
const BEFORE_MARKUP = String.raw`^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*`
const DOCUMENT = new RegExp(`${BEFORE_MARKUP}<(?:!doctype html[\\s>]|html[\\s>]|head[\\s>]|body[\\s>])`, 'i')
const FRAGMENT = new RegExp(
  `${BEFORE_MARKUP}<(?:meta|title|link|base|style|script|main|article|section|header|div|p|h[1-6]|table|ul|ol|blockquote|figure)[\\s>]`,
  'i',
)

/** Web pages, whole or in part, in any encoding. */
export const html = oneItemFormat({
  id: 'html',
  kind: 'html',
  mediaType: 'text/html',
  confidence,
  filesBeside: readFilesBeside,
})

function confidence({ fileName, head }: SourceLook): FormatConfidence {
  const text = lookText(head)
  if (DOCUMENT.test(text)) return 'certain'
  if (/\.x?html?$/i.test(fileName ?? '')) return 'likely'
  // A README in Markdown often begins with a <div>; the name decides there.
  return FRAGMENT.test(text) && !/\.(?:md|markdown)$/i.test(fileName ?? '') ? 'likely' : 'no'
}
