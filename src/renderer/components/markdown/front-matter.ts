/** A Markdown file in its two parts. */
export interface SplitMarkdown {
  /** The lines between the dashes, null when there are none. */
  readonly frontMatter: string | null
  readonly body: string
}

/** Takes YAML front matter off a Markdown file. */
export function splitFrontMatter(markdown: string): SplitMarkdown {
  const found = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(markdown)
  if (found === null) return { frontMatter: null, body: markdown }
  return { frontMatter: found[1] ?? '', body: markdown.slice(found[0].length) }
}
