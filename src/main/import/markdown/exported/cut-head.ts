import { plainLine, unquote } from './plain-of-markdown.ts'

/** An export's text without the lines of its head. */
export interface CutHead {
  readonly standfirst: string | null
  readonly body: string
}

const STANDFIRST = /^\*(?!\*)((?:[^*\\]|\\.)+)\*$/s
const ABSTRACT = '> [!abstract]\n'

/**
 * Takes the lines off that the built-in templates put above a text: `# title`, `*standfirst*` and the byline, or
 * Obsidian's abstract. Where no byline is known, a first paragraph that is all italics is taken for the standfirst.
 */
export function cutHead(markdown: string, byline: string | null): CutHead {
  const abstract = firstBlock(markdown)
  if (abstract.block.startsWith(ABSTRACT)) {
    const quoted = unquote(abstract.block.slice(ABSTRACT.length).split('\n'))
    return { standfirst: plainLine(quoted), body: abstract.rest }
  }
  if (!abstract.block.startsWith('# ')) return { standfirst: null, body: markdown.trim() }
  const below = abstract.rest
  const second = firstBlock(below)
  if (isByline(second.block, byline)) return { standfirst: null, body: second.rest }
  const [, italic] = STANDFIRST.exec(second.block) ?? []
  if (italic === undefined) return { standfirst: null, body: below.trim() }
  const third = firstBlock(second.rest)
  if (isByline(third.block, byline)) return { standfirst: plainLine(italic), body: third.rest }
  return byline === null
    ? { standfirst: plainLine(italic), body: second.rest }
    : { standfirst: null, body: below.trim() }
}

function isByline(block: string, byline: string | null): boolean {
  return byline !== null && plainLine(block) === byline.replaceAll(/\s+/g, ' ').trim()
}

function firstBlock(markdown: string): { readonly block: string; readonly rest: string } {
  const text = markdown.trim()
  const end = text.indexOf('\n\n')
  return end < 0 ? { block: text, rest: '' } : { block: text.slice(0, end), rest: text.slice(end).trim() }
}
