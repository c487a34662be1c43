import type { TextRange } from '../../shared/text/text-range.ts'
import type { FrameSession } from './frame-session.ts'

/** What is selected in a frame at this moment; null when nothing is. */
export function selectedRange({ window, map }: FrameSession): TextRange | null {
  const selection = window.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = map.textRangeOf(selection.getRangeAt(0))
  return range === null || range.start === range.end ? null : range
}
