import { parseHTML } from 'linkedom'

/** The text that a parser finds in reader HTML: `textContent` of its `<article>`; '' when it has none. */
export function textOfReaderHtml(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  return document.querySelector('article')?.textContent ?? ''
}
