/** Lines that would part or restructure the document a note stands in: rules, underlines of headings, headings. */
const STRUCTURE = /^( {0,3})(?=(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|=+[ \t]*$|-+[ \t]*$|#{1,6}(?:\s|$))/
const FENCE = /^ {0,3}(`{3,}|~{3,})/
/** HTML of any kind, but not `<https://…>`: an open comment or element would swallow what follows. */
const HTML = /<(?=[a-z/!?](?!\w*:\/\/))/gi

/**
 * A person's note, which is Markdown, so that it stays within its place in a larger document: emphasis, links, lists
 * and code stay; headings and rules are escaped, HTML is shown as written, an open fence of code is closed.
 */
export function containNote(note: string): string {
  const lines: string[] = []
  let fence: string | null = null
  for (const line of note.replace(/\r\n?/g, '\n').trim().split('\n')) {
    const mark: string | undefined = FENCE.exec(line)?.[1]
    if (fence !== null) {
      lines.push(line)
      if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = null
    } else {
      lines.push(mark === undefined ? containLine(line) : line)
      fence = mark ?? null
    }
  }
  return [...lines, ...(fence === null ? [] : [fence])].join('\n')
}

function containLine(line: string): string {
  return line.replace(HTML, '\\<').replace(STRUCTURE, '$1\\')
}
