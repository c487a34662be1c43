/** What the lines of a block are by their own shape, before anything is known about their place in the article. */
export type BlockShape = 'text' | 'verse' | 'heading' | 'quote' | 'list' | 'rule'

/**
 * A paragraph's worth of the source: what stood between blank lines, with hard-wrapped lines joined and marks
 * (`>`, `#`, bullets, underlines) taken off.
 */
export interface Block {
  readonly shape: BlockShape
  /** One for `text`, `heading` and `rule`; lines of a `verse`; items of a `list`; paragraphs of a `quote`, their kept line ends as `\n`. */
  readonly lines: readonly string[]
  /** Depth of a heading (1 is the title's), 0 for all else. */
  readonly level: number
  /** Whether a list counts its items. */
  readonly ordered: boolean
  /** Number of blank lines before it. */
  readonly gap: number
}

/** Makes a block of one paragraph. */
export function textBlock(text: string, gap: number): Block {
  return { shape: 'text', lines: [text], level: 0, ordered: false, gap }
}

/** The words of a block in one line, as facts state them. */
export function blockText(block: Block): string {
  return block.lines.length === 1 ? (block.lines[0] ?? '') : block.lines.join(' ').replaceAll('\n', ' ')
}
