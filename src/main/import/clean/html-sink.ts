import { composed, escapeText } from './normal-characters.ts'

/** Collects HTML and its text in one go, so that the one is by construction the other's `textContent`. */
export interface HtmlSink {
  /** Adds a tag: already escaped HTML without text. */
  readonly tag: (html: string) => void
  /** Adds text, unescaped; composed to NFC with the text beside it. */
  readonly text: (text: string) => void
  /** Adds HTML together with its text, both finished. */
  readonly fragment: (html: string, text: string) => void
  /** UTF-16 length of the text so far. */
  readonly textLength: () => number
  /** Whether the text so far is more than white space: a picture or an empty formula ends its block with a newline. */
  readonly hasText: () => boolean
  readonly finish: () => { readonly html: string; readonly text: string }
}

/** An empty sink. */
export function createHtmlSink(): HtmlSink {
  let html = ''
  let text = ''
  // Text since the last tag: NFC may join what arrives in pieces.
  let run = ''

  const flush = (): void => {
    if (run === '') return
    const normal = composed(run)
    html += escapeText(normal)
    text += normal
    run = ''
  }

  return {
    tag: (tag) => {
      flush()
      html += tag
    },
    text: (piece) => {
      run += piece
    },
    fragment: (fragment, itsText) => {
      flush()
      html += fragment
      text += itsText
    },
    textLength: () => {
      flush()
      return text.length
    },
    hasText: () => {
      flush()
      return /\S/.test(text)
    },
    finish: () => {
      flush()
      return { html, text }
    },
  }
}
