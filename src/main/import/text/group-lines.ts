import type { Line } from './split-lines.ts'

/** Lines that stand together, with no blank line between them. */
export interface LineGroup {
  readonly lines: readonly Line[]
  /** Number of blank lines before it. */
  readonly gap: number
}

/** Groups lines by the blank lines between them. */
export function groupLines(lines: readonly Line[]): readonly LineGroup[] {
  const groups: LineGroup[] = []
  let current: Line[] = []
  let gap = 0
  for (const line of lines) {
    if (line.text !== '') {
      current.push(line)
      continue
    }
    if (current.length > 0) {
      groups.push({ lines: current, gap })
      current = []
      gap = 0
    }
    gap += 1
  }
  if (current.length > 0) groups.push({ lines: current, gap })
  return groups
}
