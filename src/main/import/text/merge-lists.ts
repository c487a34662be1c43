import { type Block, textBlock } from './block.ts'
import { bulletItem, countedItem } from './line-marks.ts'

/**
 * Joins neighbouring items to lists and takes their marks off. One item alone is no list (`* Correction: …`,
 * `1. The first night`), nor are numbers that do not count up from one: these stay paragraphs with their marks.
 */
export function mergeLists(blocks: readonly Block[]): readonly Block[] {
  const merged: Block[] = []
  let run: Block[] = []
  const flush = (): void => {
    for (const block of finishRun(run)) merged.push(block)
    run = []
  }
  for (const block of blocks) {
    const last = run.at(-1)
    if (block.shape === 'list' && (last === undefined || follows(last, block))) {
      run.push(block)
      continue
    }
    flush()
    if (block.shape === 'list') run.push(block)
    else merged.push(block)
  }
  flush()
  return merged
}

function follows(last: Block, next: Block): boolean {
  return next.gap <= 1 && next.ordered === last.ordered
}

function finishRun(run: readonly Block[]): readonly Block[] {
  const [first] = run
  if (first === undefined) return []
  const lines = run.map((block) => block.lines[0] ?? '')
  const counted = lines.map(countedItem)
  const isList = run.length > 1 && (!first.ordered || counted.every((item, index) => item?.number === index + 1))
  if (!isList) return run.map((block) => textBlock(block.lines[0] ?? '', block.gap))
  const items = lines.map((line, index) => counted[index]?.text ?? bulletItem(line) ?? line)
  return [{ ...first, lines: items }]
}
