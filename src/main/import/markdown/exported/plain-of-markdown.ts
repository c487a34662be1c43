/** Plain text of what the export escaped: its backslashes go, a backslash at a line's end was a line break. */
export function plainOfMarkdown(markdown: string): string {
  return markdown.replaceAll('\\\n', '\n').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** The same as one line. */
export function plainLine(markdown: string): string {
  return plainOfMarkdown(markdown).replaceAll(/\s+/g, ' ').trim()
}

/** Takes `>` and its space off every line of a block quote. */
export function unquote(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^> ?/, '')).join('\n')
}

/** Takes the backslashes away by which the export kept a person's note inside its place. */
export function releaseNote(note: string): string {
  let fence: string | null = null
  const lines = note.trim().split('\n')
  const released = lines.map((line) => {
    const mark: string | undefined = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === null) fence = mark ?? null
    else if (mark?.startsWith(fence) === true) fence = null
    else return line
    return mark === undefined ? line.replaceAll(/\\<(?=[a-z/!?])/gi, '<').replace(/^( {0,3})\\(?=[-*_=#])/, '$1') : line
  })
  return released.join('\n')
}
