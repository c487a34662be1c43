import type TurndownService from 'turndown'
import { indentBlock } from './escape-markdown.ts'
import { FOOTNOTE, REFERENCE } from './mark-footnotes.ts'
import type { ReaderElement } from './reader-element.ts'

/** Elements that are kept as HTML, in which a footnote would not be read as one. */
const KEPT = new Set(['SUB', 'SUP', 'MARK'])

/** Footnotes that were marked, as `[^label]` and, where the footnote stands, `[^label]: text`. */
export function addFootnoteRules(service: TurndownService): void {
  service.addRule('around-references', {
    filter: (node: ReaderElement) => KEPT.has(node.nodeName) && node.querySelector(`[${REFERENCE}]`) !== null,
    replacement: (content) => content,
  })
  service.addRule('reference', {
    filter: (node: ReaderElement) => node.getAttribute(REFERENCE) !== null,
    replacement: (_content, node: ReaderElement) => `[^${node.getAttribute(REFERENCE) ?? ''}]`,
  })
  service.addRule('footnote', {
    filter: (node: ReaderElement) => node.getAttribute(FOOTNOTE) !== null,
    replacement: (content, node: ReaderElement) => {
      // What is left of `[1]`, `1.` and `^ a b` without their links.
      const text = content.trim().replace(/^(?:\\\[\s*\\\]|\.|\^)\s*/, '')
      return `\n\n[^${node.getAttribute(FOOTNOTE) ?? ''}]: ${indentBlock(text, 4).replace(/^ +$/gm, '')}\n\n`
    },
  })
}
