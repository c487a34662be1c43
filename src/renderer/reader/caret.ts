import type { FrameWindow } from './frame-window.ts'

/** By how much a caret moves. */
export type CaretStep = 'character' | 'word' | 'line' | 'sentence' | 'paragraph' | 'lineboundary' | 'documentboundary'

/** A movement of the caret; `extend` keeps the other end of the selection where it is. */
export interface CaretMove {
  readonly extend: boolean
  readonly direction: 'forward' | 'backward' | 'left' | 'right'
  readonly step: CaretStep
}

/** A key as pressed, as far as the caret reads it. */
export type CaretKey = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * What a key does to the caret: arrows by character and line, with Ctrl (Alt on a Mac) by word and paragraph, with Alt (Cmd
 * on a Mac) by sentence, Home and End by line or whole text; Shift extends. Null for any other key.
 */
export function caretMoveOf(pressed: CaretKey, isMac: boolean): CaretMove | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed
  const isForward = key === 'ArrowRight' || key === 'ArrowDown' || key === 'End'
  const step = stepOf(key, { byWord: isMac ? altKey : ctrlKey, bySentence: isMac ? metaKey : altKey })
  if (step === null) return null
  const isSideways = key === 'ArrowLeft' || key === 'ArrowRight'
  // Left and right are what the eye sees, also in text that runs the other way; a sentence has only an order.
  const seen = isForward ? 'right' : 'left'
  const read = isForward ? 'forward' : 'backward'
  return { extend: shiftKey, direction: isSideways && step !== 'sentence' ? seen : read, step }
}

function stepOf(key: string, { byWord, bySentence }: { byWord: boolean; bySentence: boolean }): CaretStep | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return bySentence ? 'sentence' : byWord ? 'word' : 'character'
    case 'ArrowUp':
    case 'ArrowDown':
      return byWord ? 'paragraph' : 'line'
    case 'Home':
    case 'End':
      return byWord ? 'documentboundary' : 'lineboundary'
    default:
      return null
  }
}

/** Moves the frame's caret. */
export function moveCaret(window: FrameWindow, { extend, direction, step }: CaretMove): void {
  window.getSelection()?.modify(extend ? 'extend' : 'move', direction, step)
}

/** Box of the caret in the frame's viewport; null when there is none. */
export function caretBox(
  window: FrameWindow,
): { readonly x: number; readonly top: number; readonly height: number } | null {
  const selection = window.getSelection()
  const { focusNode, focusOffset } = selection ?? {}
  if (focusNode === null || focusNode === undefined || focusOffset === undefined) return null
  const range = window.document.createRange()
  range.setStart(focusNode, focusOffset)
  const box = [...range.getClientRects()].at(-1) ?? boxOfNeighbour(range)
  return box === undefined ? null : { x: box.left, top: box.top, height: box.height }
}

/* A collapsed range at some borders has no box; the character after it has. */
function boxOfNeighbour(range: Range): DOMRect | undefined {
  const node = range.startContainer
  if (node.nodeType !== node.TEXT_NODE || range.startOffset >= (node.nodeValue ?? '').length) return undefined
  range.setEnd(node, range.startOffset + 1)
  return range.getClientRects()[0]
}
