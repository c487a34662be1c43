/** A Markdown source cut in two; `matter` is null when it has no front matter. */
export interface CutSource {
  readonly matter: string | null
  readonly rest: string
}

// Front matter is a few lines; a rule far below is not its end.
const LONGEST = 64 * 1024

/** Cuts YAML front matter off: fenced by `---` in the very first line, closed by `---` or `...`. */
export function cutFrontMatter(source: string): CutSource {
  const text = source.replace(/^\uFEFF/u, '')
  const whole: CutSource = { matter: null, rest: text }
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/u.exec(text)
  if (opening === null) return whole
  const head = text.slice(opening[0].length, LONGEST)
  const closing = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/u.exec(head)
  if (closing === null) return whole
  const end = opening[0].length + closing.index + closing[0].length
  return { matter: head.slice(0, closing.index), rest: text.slice(end) }
}
