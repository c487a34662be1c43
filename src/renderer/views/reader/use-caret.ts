import { shallowRef, watch, type ShallowRef } from 'vue'
import { caretBox, caretMoveOf, moveCaret, type CaretKey } from '../../reader/caret.ts'
import type { Mark } from '../../reader/mark.ts'
import type { ArticleFrameState } from './use-article-frame.ts'

/** A caret that moves through the text by keys. */
export interface ReadingCaret {
  readonly isOn: ShallowRef<boolean>
  /** Where it is drawn, from the frame's top left; null = nowhere. */
  readonly box: ShallowRef<{ readonly x: number; readonly top: number; readonly height: number } | null>
  readonly toggle: () => void
  /** Takes a key; false when it means nothing to the caret. */
  readonly press: (key: CaretKey) => boolean
}

/** What it depends on. */
export interface CaretOptions {
  readonly frame: ArticleFrameState
  readonly isMac: boolean
  /** Where it begins when nothing is selected. */
  readonly from: () => number
  /** It was moved by a key, and what is selected with it. */
  readonly pressed: () => void
  /** It came to this position; the pane follows. */
  readonly moved: (offset: number) => void
  /** It entered a highlight, or left all. */
  readonly entered: (mark: Mark | null) => void
}

/** Holds the caret. */
export function useCaret({ frame, isMac, from, pressed, moved, entered }: CaretOptions): ReadingCaret {
  const isOn = shallowRef(false)
  const box = shallowRef<ReadingCaret['box']['value']>(null)
  let within: Mark | null = null

  function begin(): void {
    const shown = frame.shown.value
    const selection = shown?.session.window.getSelection()
    if (shown === null || selection === null || selection === undefined) return
    shown.session.window.focus()
    if (selection.rangeCount === 0 || !shown.session.article.contains(selection.focusNode)) {
      const place = shown.session.map.positionAt(from(), 'start')
      if (place !== null) selection.collapse(place.node, place.offset)
    }
    look()
  }

  function look(): void {
    const session = frame.shown.value?.session
    if (session === undefined || !isOn.value) {
      box.value = null
      return
    }
    box.value = caretBox(session.window)
    const selection = session.window.getSelection()
    const { focusNode, focusOffset } = selection ?? {}
    if (focusNode === null || focusNode === undefined) return
    const offset = session.map.offsetOf(focusNode, focusOffset ?? 0)
    if (offset === null) return
    moved(offset)
    const mark = session.painter.marksOver(offset)[0] ?? null
    if (mark?.uid !== within?.uid) entered(mark)
    within = mark
  }

  watch(isOn, (on) => {
    if (on) begin()
    else box.value = null
  })
  watch(frame.layout, look, { flush: 'post' })

  return {
    isOn,
    box,
    toggle: () => {
      isOn.value = !isOn.value
    },
    press: (key) => {
      const session = frame.shown.value?.session
      const move = isOn.value ? caretMoveOf(key, isMac) : null
      if (move === null || session === undefined) return false
      moveCaret(session.window, move)
      pressed()
      look()
      return true
    },
  }
}
