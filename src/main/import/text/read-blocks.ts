import { type Block, textBlock } from './block.ts'
import { groupLines, type LineGroup } from './group-lines.ts'
import { apparentLength } from './letter-shape.ts'
import { bulletItem, countedItem, hashHeading, isRule, underlineLevel, withoutQuoteMark } from './line-marks.ts'
import { mergeLists } from './merge-lists.ts'
import { type Line, splitLines } from './split-lines.ts'
import { unwrapLines } from './unwrap-lines.ts'
import { findWrapWidth } from './wrap-width.ts'

/** What holds for the whole text and decides how a group of lines is read. */
interface Layout {
  readonly wrapWidth: number | null
  /** Columns before a line from which on it stands indented beside the others; Infinity when indents mean nothing. */
  readonly quoteIndent: number
}

/** Blocks read from the lines of a group, and how many lines they took. */
interface Taken {
  readonly blocks: readonly Block[]
  readonly count: number
}

/** Reads the blocks of a plain text by the shape of its lines alone. */
export function readBlocks(text: string): readonly Block[] {
  const groups = groupLines(splitLines(text))
  const layout: Layout = { wrapWidth: findWrapWidth(groups), quoteIndent: findQuoteIndent(groups) }
  let proseBefore = false
  const blocks: Block[] = []
  for (const group of groups) {
    const isQuote = proseBefore && isIndented(group, layout)
    // Not spread into push: a group may hold hundreds of thousands of lines.
    for (const block of isQuote ? [quoteBlock(group.lines, group.gap, layout)] : readGroup(group, layout))
      blocks.push(block)
    proseBefore ||= group.lines.some((line) => apparentLength(line.text) > 60)
  }
  return mergeLists(blocks)
}

/** Indented groups are quotations only when they are the exception; else indents open paragraphs. */
function findQuoteIndent(groups: readonly LineGroup[]): number {
  const indents = groups.map(({ lines }) => lines[0]?.indent ?? 0)
  const least = indents.reduce((a, b) => Math.min(a, b), Infinity)
  const indented = indents.filter((indent) => indent >= least + 2).length
  return indented > groups.length * 0.3 ? Infinity : least + 2
}

function isIndented({ lines }: LineGroup, { quoteIndent }: Layout): boolean {
  const indent = lines.length > 1 ? quoteIndent : quoteIndent + 1
  return lines.every((line) => line.indent >= indent && bulletItem(line.text) === null && !isRule(line.text))
}

function readGroup({ lines, gap }: LineGroup, layout: Layout): readonly Block[] {
  const blocks: Block[] = []
  let plain: Line[] = []
  let at = 0
  const flush = (): void => {
    for (const block of unwrapLines(plain, blocks.length === 0 ? gap : 0, layout.wrapWidth)) blocks.push(block)
    plain = []
  }
  while (at < lines.length) {
    const taken = takeMarked(lines, at, layout)
    if (taken !== null) {
      flush()
      for (const block of taken.blocks) blocks.push(blocks.length === 0 ? { ...block, gap } : block)
      at += taken.count
      continue
    }
    const line = lines[at]
    if (line !== undefined) plain.push(line)
    at += 1
  }
  flush()
  return blocks
}

function takeMarked(lines: readonly Line[], at: number, layout: Layout): Taken | null {
  const line = lines[at]
  if (line === undefined) return null
  const level = underlineLevel(line.text, lines[at + 1]?.text ?? '')
  if (level !== null) return { blocks: [heading(line.text, level)], count: 2 }
  if (isRule(line.text)) {
    const titled = lines[at + 1]
    const overlined = titled === undefined ? null : underlineLevel(titled.text, lines[at + 2]?.text ?? '')
    if (titled !== undefined && overlined !== null) return { blocks: [heading(titled.text, overlined)], count: 3 }
    return { blocks: [{ ...textBlock(line.text, 0), shape: 'rule' }], count: 1 }
  }
  const hashed = hashHeading(line.text)
  if (hashed !== null) return { blocks: [heading(hashed.text, hashed.level)], count: 1 }
  return takeQuote(lines, at, layout) ?? takeItem(lines, at)
}

function heading(text: string, level: number): Block {
  return { ...textBlock(text, 0), shape: 'heading', level }
}

function takeQuote(lines: readonly Line[], at: number, layout: Layout): Taken | null {
  const quoted: Line[] = []
  for (let index = at; index < lines.length; index += 1) {
    const text = withoutQuoteMark(lines[index]?.text ?? '')
    if (text === null) break
    quoted.push({ text, indent: 0 })
  }
  return quoted.length === 0 ? null : { blocks: [quoteBlock(quoted, 0, layout)], count: quoted.length }
}

function quoteBlock(lines: readonly Line[], gap: number, layout: Layout): Block {
  const paragraphs = groupLines(lines).flatMap((group) => unwrapLines(group.lines, 0, layout.wrapWidth))
  return { shape: 'quote', lines: paragraphs.map((block) => block.lines.join('\n')), level: 0, ordered: false, gap }
}

/** One item of a list with its marks still on, and the indented lines that go on with it. `mergeLists` does the rest. */
function takeItem(lines: readonly Line[], at: number): Taken | null {
  const first = lines[at]
  if (first === undefined) return null
  const ordered = countedItem(first.text) !== null
  if (!ordered && bulletItem(first.text) === null) return null
  const parts = [first.text]
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || line.indent <= first.indent) break
    if (bulletItem(line.text) !== null || countedItem(line.text) !== null) break
    parts.push(line.text)
  }
  const item: Block = { shape: 'list', lines: [parts.join(' ')], level: 0, ordered, gap: 0 }
  return { blocks: [item], count: parts.length }
}
