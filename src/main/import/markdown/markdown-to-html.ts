import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked'

/** `==words==`: a highlight, as note programs write it. */
const highlight: TokenizerAndRendererExtension = {
  name: 'highlight',
  level: 'inline',
  start: (source) => indexOrNone(source, '=='),
  tokenizer(source): Tokens.Generic | undefined {
    const match = /^==(?=[^\s=])([^\n]{0,5000}?[^\s=])==(?!=)/u.exec(source)
    const [raw, text] = match ?? []
    if (raw === undefined || text === undefined) return undefined
    return { type: 'highlight', raw, text, tokens: this.lexer.inlineTokens(text) }
  },
  renderer({ tokens }): string {
    return `<mark>${this.parser.parseInline(tokens ?? [])}</mark>`
  },
}

/** `[^1]` in the text. */
const footnoteReference: TokenizerAndRendererExtension = {
  name: 'footnoteReference',
  level: 'inline',
  start: (source) => indexOrNone(source, '[^'),
  tokenizer(source): Tokens.Generic | undefined {
    const [raw, label] = /^\[\^([^\]\s]{1,80})\](?!:)/u.exec(source) ?? []
    return raw === undefined || label === undefined ? undefined : { type: 'footnoteReference', raw, text: label }
  },
  renderer(token): string {
    const label = String(token['text'])
    return `<sup><a href="#${footnoteId(label)}">${escape(label)}</a></sup>`
  },
}

/** `[^1]: …`, which marked alone would take for a link's address and drop. */
const footnote: TokenizerAndRendererExtension = {
  name: 'footnote',
  level: 'block',
  start: (source) => /(?:^|\n)\[\^/u.exec(source)?.index,
  tokenizer(source): Tokens.Generic | undefined {
    const match = /^\[\^([^\]\s]{1,80})\]:[ \t]*([^\n]*(?:\n(?!\s*\n|\[\^)[^\n]+)*)(?:\n|$)/u.exec(source)
    const [raw, label, text] = match ?? []
    if (raw === undefined || label === undefined || text === undefined) return undefined
    return { type: 'footnote', raw, text: label, tokens: this.lexer.inline(text) }
  },
  renderer(token): string {
    const label = String(token['text'])
    return `<p id="${footnoteId(label)}">[${escape(label)}] ${this.parser.parseInline(token.tokens ?? [])}</p>\n`
  },
}

const marked = new Marked({ async: false, gfm: true })
marked.use({ extensions: [highlight, footnoteReference, footnote] })

/**
 * Renders Markdown (CommonMark with GitHub's tables, strike-through and bare links, footnotes, `==highlights==`) as
 * HTML that nobody has cleaned yet: raw HTML inside it stays. Throws a RangeError on nesting deeper than the stack.
 */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

function indexOrNone(source: string, mark: string): number | undefined {
  const index = source.indexOf(mark)
  return index < 0 ? undefined : index
}

function footnoteId(label: string): string {
  return `fn-${encodeURIComponent(label).replaceAll('%', '_')}`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
