/** A piece of a line of Markdown source, with what it is: for colours only. */
export interface SourcePiece {
  readonly kind: 'plain' | 'mark' | 'head' | 'quote' | 'link' | 'tag' | 'fact'
  readonly text: string
}

/** The lines of a Markdown file in pieces; put together again they are the file. */
export function sourceLines(markdown: string): readonly (readonly SourcePiece[])[] {
  const lines = markdown.split('\n')
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1
  return lines.map((line, index) => (index <= end ? factLine(line) : textLine(line)))
}

function factLine(line: string): readonly SourcePiece[] {
  const name = /^\s*[\w-]+:/.exec(line)?.[0]
  if (name === undefined) return [{ kind: line === '---' ? 'mark' : 'fact', text: line }]
  return [
    { kind: 'mark', text: name },
    { kind: 'fact', text: line.slice(name.length) },
  ]
}

function textLine(line: string): readonly SourcePiece[] {
  const heading = /^\s*(?:[-*]\s+)?#{1,6} /.exec(line)?.[0]
  if (heading !== undefined) {
    return [
      { kind: 'mark', text: heading },
      { kind: 'head', text: line.slice(heading.length) },
    ]
  }
  const quote = /^\s*(?:[-*] )?(?:> ?)+/.exec(line)?.[0]
  const rest = line.slice(quote?.length ?? 0)
  const pieces = inlinePieces(rest, quote === undefined ? 'plain' : 'quote')
  return quote === undefined ? pieces : [{ kind: 'mark', text: quote }, ...pieces]
}

const INLINE = /(?<link>\[[^\][]*\]\([^()\s]*\))|(?<tag>(?<=^|\s)#[\p{L}\p{N}_/-]+)|(?<mark>\*{1,2}|==|`)/gu

function inlinePieces(text: string, kind: 'plain' | 'quote'): readonly SourcePiece[] {
  const pieces: SourcePiece[] = []
  let from = 0
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) pieces.push({ kind, text: text.slice(from, match.index) })
    const found = match.groups?.['link'] !== undefined ? 'link' : match.groups?.['tag'] !== undefined ? 'tag' : 'mark'
    pieces.push({ kind: found, text: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind, text: text.slice(from) })
  return pieces
}
