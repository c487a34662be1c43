import { escapeMarkup } from './page/escape-markup.ts'
import type { OriginalView } from './view-resource.ts'

/** What is known of an original besides its bytes. */
export interface OriginalFacts {
  readonly title: string | null
  /** BCP 47, or null. */
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
}

/** Characters of a text that are shown; nobody reads on. */
const MOST_CHARACTERS = 4_000_000

const LOOK = `:root{color-scheme:light dark}body{margin:0 auto;padding:2rem;max-inline-size:80ch}
pre{margin:0;font:0.9375rem/1.6 ui-monospace,"JetBrains Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere}
img{display:block;margin:0 auto;max-inline-size:100%;block-size:auto}`

/** A text exactly as it came. */
export function showText(text: string, facts: OriginalFacts): OriginalView {
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}\n\u2026` : text
  return { html: pageOf(`<pre>\n${escapeMarkup(shown)}</pre>`, facts), resources: [] }
}

/** A picture by itself. */
export function showPicture(mediaType: string, bytes: Uint8Array, facts: OriginalFacts): OriginalView {
  const alt = escapeMarkup(facts.title ?? '')
  return { html: pageOf(`<img src="r/0" alt="${alt}">`, facts), resources: [{ mediaType, bytes }] }
}

function pageOf(body: string, { title, language, direction }: OriginalFacts): string {
  const lang = language === null ? '' : ` lang="${escapeMarkup(language)}"`
  return (
    `<!DOCTYPE html><html${lang} dir="${direction}"><head><meta charset="utf-8">` +
    `<title>${escapeMarkup(title ?? '')}</title><style>${LOOK}</style></head><body>${body}</body></html>`
  )
}
