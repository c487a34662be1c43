import type { ComparedParagraph, TextComparison } from '../../shared/model/comparison.ts'
import { printable } from './output.ts'

/** What stands before a paragraph, as in the comparisons of other programs; moved ones have their own. */
const SIGNS: Readonly<Record<ComparedParagraph['kind'], string>> = {
  same: ' ',
  changed: '~',
  added: '+',
  removed: '-',
  moved: '>',
}

/**
 * A comparison as lines of plain text: a head with its counts, then each paragraph that is not as it was behind its sign,
 * changed words within it as `wdiff` writes them (`[-gone-]`, `{+new+}`). Unchanged paragraphs are counted, not told.
 */
export function comparisonLines({ from, to, paragraphs, added, removed, moved }: TextComparison): readonly string[] {
  const counts = [
    counted(added, 'word added', 'words added'),
    counted(removed, 'word removed', 'words removed'),
    counted(moved, 'paragraph moved', 'paragraphs moved'),
  ]
  const lines = [`version ${String(from)} → ${String(to)}: ${counts.join(', ')}`]
  let unchanged = 0
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'same') unchanged++
    else {
      if (unchanged > 0) lines.push(unchangedLine(unchanged))
      unchanged = 0
      lines.push(`${SIGNS[paragraph.kind]} ${wordsOf(paragraph)}`)
    }
  }
  return unchanged > 0 ? [...lines, unchangedLine(unchanged)] : lines
}

function wordsOf({ kind, runs }: ComparedParagraph): string {
  // Of a whole paragraph its sign says it.
  if (kind === 'added' || kind === 'removed') return printable(runs.map(({ text }) => text).join(''))
  return runs
    .map(({ kind: change, text }) => {
      const words = printable(text)
      if (change === 'same') return words
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/.exec(words) ?? []
      return inner === '' ? words : `${before}${change === 'added' ? `{+${inner}+}` : `[-${inner}-]`}${after}`
    })
    .join('')
}

function unchangedLine(count: number): string {
  return `  … ${counted(count, 'paragraph unchanged', 'paragraphs unchanged')}`
}

function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`
}
