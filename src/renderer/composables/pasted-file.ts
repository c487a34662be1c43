/** Something pasted: its words, and the page it was copied from where the clipboard says so. */
export interface Pasted {
  /** Empty = none. */
  readonly title: string
  readonly text: string
  readonly html: string | null
}

/** Longest name made of a title or first words, in characters. */
const LONGEST_NAME = 60

/** The file that a pasted text is brought in as: a page keeps its structure, words stand as they are below their title. */
export function pastedFile({ title, text, html }: Pasted, fallbackName: string): File {
  const name = fileName(title === '' ? (text.trim().split('\n')[0] ?? '') : title, fallbackName)
  if (html !== null) return new File([page(title, html)], `${name}.html`, { type: 'text/html' })
  const body = title === '' ? text : `${title}\n\n${text}`
  return new File([body], `${name}.txt`, { type: 'text/plain' })
}

/** The part of clipboard HTML that was selected, without the markers that programs put around it. */
export function selectedHtml(html: string): string {
  const between = /<!--StartFragment-->([\s\S]*)<!--EndFragment-->/.exec(html)?.[1]
  return between ?? html.replace(/^<meta[^>]*>/i, '')
}

function page(title: string, html: string): string {
  const heading = title === '' || /<h1[\s>]/i.test(html) ? '' : `<h1>${escaped(title)}</h1>\n`
  const head = title === '' ? '' : `<title>${escaped(title)}</title>`
  return `<!doctype html>\n<html><head><meta charset="utf-8">${head}</head>\n<body><article>${heading}${selectedHtml(html)}</article></body></html>\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function fileName(words: string, fallback: string): string {
  const safe = words
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|#]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[.\s]+/, '')
  const short = Array.from(safe).slice(0, LONGEST_NAME).join('').trim()
  return short === '' ? fallback : short
}
