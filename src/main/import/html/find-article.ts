import { Readability } from '@mozilla/readability'
import { markupOf } from './markup-of.ts'
import type { Markup } from '../markup.ts'

/** The article's own blocks, or null when nothing on the page looks like one. Changes the document. */
export function findArticle(document: Document, baseUrl: string | null): readonly Markup[] | null {
  const found = new Readability<Node>(document, {
    keepClasses: true,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse()
  const root = found?.content
  return root === null || root === undefined ? null : markupOf(root, { baseUrl })
}
