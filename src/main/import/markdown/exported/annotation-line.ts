import { HIGHLIGHT_COLORS, type HighlightColor } from '../../../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid } from '../../../../shared/model/identity.ts'
import { parseDeepLink } from '../../../../shared/text/deep-link.ts'

/** What the line with an annotation's link says. */
export interface AnnotationLine {
  readonly uid: AnnotationUid
  /** null where the line names no pen: a note, a highlight without a place in Obsidian's flavour. */
  readonly color: HighlightColor | null
  readonly tags: readonly string[]
  /** It says something about the article, not about a passage. */
  readonly isNote: boolean
}

const LINE = /^\[([^\]]{1,80})\]\(([^)\s]{1,200})\)((?: (?:· )?#\S+)*)$/u

/** Reads `[Yellow](offprint://article/…#…) · #tag`; null for any other line, and for a link to another article. */
export function parseAnnotationLine(line: string, article: ArticleUid): AnnotationLine | null {
  const [, name, address, tags] = LINE.exec(line.trim()) ?? []
  if (name === undefined || address === undefined || tags === undefined) return null
  const link = parseDeepLink(address)
  if (link?.article !== article || link.annotation === null) return null
  return {
    uid: link.annotation,
    color: HIGHLIGHT_COLORS.find((color) => color === name.toLowerCase()) ?? null,
    tags: tags.split(/ (?:· )?#/u).filter((tag) => tag !== ''),
    isNote: name === 'Note',
  }
}
