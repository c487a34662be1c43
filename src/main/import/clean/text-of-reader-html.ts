import { createRequire } from 'node:module'
import type * as Linkedom from 'linkedom'

const load = createRequire(import.meta.url)

/** The text that a parser finds in reader HTML: `textContent` of its `<article>`; '' when it has none. */
export function textOfReaderHtml(html: string): string {
  // Loaded at the first use: few commands need it.
  const { parseHTML } = load('linkedom') as typeof Linkedom
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return document.querySelector('article')?.textContent ?? ''
}
