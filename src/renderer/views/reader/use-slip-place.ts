import { useElementSize } from '@vueuse/core'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { TextRange } from '../../../shared/text/text-range.ts'
import type { Reader } from './use-reader.ts'

/** What the place of the slip depends on. */
export interface SlipPlaceOptions {
  readonly reader: Reader
  readonly sheet: Readonly<Ref<HTMLElement | null>>
  readonly slip: Readonly<Ref<HTMLElement | null>>
  readonly range: Readonly<Ref<TextRange | null>>
}

/** Between slip and words, and between slip and the pane's sides, CSS pixels. */
const GAP = 8

/** Over the middle of the first line; below the last where there is no room above. */
export function useSlipPlace({ reader, sheet, slip, range }: SlipPlaceOptions): ComputedRef<Record<string, string>> {
  const { width, height } = useElementSize(slip)
  return computed(() => {
    const shown = reader.frame.shown.value
    const box = range.value === null || reader.frame.layout.value < 0 ? null : (shown?.place.boxOf(range.value) ?? null)
    const pane = reader.pane.value
    if (box === null || shown === null || pane === null || sheet.value === null) return { visibility: 'hidden' }
    const across = shown.frame.getBoundingClientRect().left - sheet.value.getBoundingClientRect().left
    const middle = across + (box.left + box.right) / 2 - width.value / 2
    const most = sheet.value.clientWidth - width.value - GAP
    const above = box.top - height.value - GAP
    const top = above < pane.scrollTop + GAP ? box.bottom + GAP : above
    return { insetBlockStart: `${top}px`, left: `${Math.max(GAP, Math.min(most, middle))}px` }
  })
}
