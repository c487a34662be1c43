import { parseDeepLink, deepLink, deepLinkPattern, type DeepLink } from './deep-link.ts'

/** A link in a note, in the order they stand in. */
export interface NoteLink {
  readonly to: DeepLink
  /** What the person sees of it: the words in the brackets; empty for a bare address. */
  readonly words: string
}

/** `[words](address)` with the address in angle brackets or not, and a title behind it or not. */
const INLINE = /\[((?:\\.|[^\\[\]])*)\]\(\s*<?(offprint:\/\/article\/[^\s<>()]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/gi
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const CODE_SPAN = /(?<![`\\])(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g

/** A link with the stretch of the note that it is written in, UTF-16 code units. */
interface FoundLink extends NoteLink {
  readonly start: number
  readonly end: number
}

/**
 * Links of Offprint in a note (Markdown): inline links, addresses in angle brackets and bare ones. What stands in code is no
 * link.
 */
export function noteLinks(note: string): readonly NoteLink[] {
  return findLinks(note).map(({ to, words }) => ({ to, words }))
}

/** A note in pieces: its Markdown, and its links between. */
export function splitAtLinks(note: string): readonly (string | NoteLink)[] {
  const pieces: (string | NoteLink)[] = []
  let from = 0
  for (const { start, end, to, words } of findLinks(note)) {
    pieces.push(note.slice(from, start), { to, words })
    from = end
  }
  return [...pieces, note.slice(from)].filter((piece) => piece !== '')
}

function findLinks(note: string): readonly FoundLink[] {
  if (!/offprint:/i.test(note)) return []
  const found: FoundLink[] = []
  const rest = withoutCode(note).replace(INLINE, (whole: string, words: string, address: string, start: number) => {
    const to = parseDeepLink(address)
    if (to === null) return whole
    found.push({ start, end: start + whole.length, to, words: words.replaceAll(/\\([\p{P}\p{S}])/gu, '$1') })
    return ' '.repeat(whole.length)
  })
  for (const match of rest.matchAll(deepLinkPattern())) {
    const to = parseDeepLink(match[0])
    if (to !== null) found.push({ start: match.index, end: match.index + match[0].length, to, words: '' })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** A link as it is written into a note: a link of Markdown, which every other program can read. */
export function writeNoteLink(words: string, to: DeepLink): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return `[${line.replaceAll(/[\\[\]`*_<]/g, '\\$&')}](${deepLink(to.article, to.annotation)})`
}

/** A note without the addresses of its links, for searching and for lines that show no markup: their words stay. */
export function withoutLinkAddresses(note: string): string {
  if (!/offprint:/i.test(note)) return note
  return note
    .replace(INLINE, (_whole: string, words: string) => words.replaceAll(/\\([\p{P}\p{S}])/gu, '$1'))
    .replace(deepLinkPattern(), '')
}

/** Code as so many blanks, so that places stay. */
function withoutCode(note: string): string {
  let fence: string | null = null
  const lines = note.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1]
    if (fence === null && mark === undefined) return line
    if (fence === null) fence = mark ?? null
    else if (mark?.startsWith(fence) === true && line.trim() === mark) fence = null
    return ' '.repeat(line.length)
  })
  return lines.join('\n').replace(CODE_SPAN, (code) => ' '.repeat(code.length))
}
