import type { FormatConfidence, SourceLook } from '../format.ts'
import { lookText } from './look-text.ts'
import { oneItemFormat } from './one-item-format.ts'

/** YAML front matter: fenced by `---`, and with at least one `key:` right after the fence. */
const FRONT_MATTER =
  /^---[ \t]*\r?\n(?:#[^\n]*\n|[ \t]*\r?\n)*["']?[A-Za-z][\w -]*["']?[ \t]*:[^]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/

/** Markdown, with or without YAML front matter. */
export const markdown = oneItemFormat({ id: 'markdown', kind: 'markdown', mediaType: 'text/markdown', confidence })

function confidence({ fileName, head }: SourceLook): FormatConfidence {
  if (FRONT_MATTER.test(lookText(head))) return 'certain'
  return /\.(?:md|markdown|mdown|mkd)$/i.test(fileName ?? '') ? 'likely' : 'no'
}
