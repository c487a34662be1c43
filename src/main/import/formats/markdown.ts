import type { FormatConfidence, SourceLook } from '../format.ts'
import { lookText } from './look-text.ts'
import { oneItemFormat } from './one-item-format.ts'

/**
 * YAML front matter: fenced by `---`, and with at least one `key:` right after the fence. Blanks belong to a key and may
 * follow it, so both are bounded: else a long row of them is tried at every length.
 */
const FRONT_MATTER =
  /^---[ \t]*\r?\n(?:#[^\n]*\n|[ \t]*\r?\n)*["']?[A-Za-z][\w -]{0,100}["']?[ \t]{0,100}:[^]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Markdown, with or without YAML front matter. */
export const markdown = oneItemFormat({ id: 'markdown', kind: 'markdown', mediaType: 'text/markdown', confidence })

function confidence({ fileName, head }: SourceLook): FormatConfidence {
  if (FRONT_MATTER.test(lookText(head))) return 'certain'
  return /\.(?:md|markdown|mdown|mkd)$/i.test(fileName ?? '') ? 'likely' : 'no'
}
