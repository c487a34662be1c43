import { shallowRef, type ShallowRef } from 'vue'
import type { TextRange } from '../../../shared/text/text-range.ts'
import { selectedRange } from '../../reader/selected-range.ts'
import { sentenceAround } from '../../reader/sentence-around.ts'
import { trimRange } from '../../reader/trim-range.ts'
import type { ArticleFrameState } from './use-article-frame.ts'

/** The passage that is selected in the text. */
export interface TextSelection {
  readonly range: ShallowRef<TextRange | null>
  /** The frame says what is selected now. */
  readonly told: (range: TextRange | null) => void
  /** Reads what is selected at this moment: the frame's own word comes later, and another key may come before it. */
  readonly look: () => void
  /** Selects a passage and gives the text the focus, so that the next keys are about it. */
  readonly select: (range: TextRange) => void
  /** Extends to whole sentences. */
  readonly toSentence: (language: string | null) => void
  readonly clear: () => void
}

/** Holds the selection. White space at its ends is left out: people select a paragraph and mean its words. */
export function useSelection(frame: ArticleFrameState): TextSelection {
  const range = shallowRef<TextRange | null>(null)

  function select(wanted: TextRange): void {
    const shown = frame.shown.value
    const live = shown?.session.map.rangeOf(wanted)
    if (shown === null || live === null || live === undefined) return
    shown.session.window.focus()
    const selection = shown.session.window.getSelection()
    selection?.setBaseAndExtent(live.startContainer, live.startOffset, live.endContainer, live.endOffset)
    range.value = wanted
  }

  function told(selected: TextRange | null): void {
    range.value = selected === null ? null : trimRange(frame.text.value, selected)
  }

  return {
    range,
    told,
    look: () => {
      const session = frame.shown.value?.session
      if (session !== undefined) told(selectedRange(session))
    },
    select,
    toSentence: (language) => {
      if (range.value !== null) select(sentenceAround(frame.text.value, range.value, language))
    },
    clear: () => {
      frame.shown.value?.session.window.getSelection()?.removeAllRanges()
      range.value = null
    },
  }
}
