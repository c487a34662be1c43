import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/vue-virtual'
import { computed, onBeforeUnmount, watch, type Ref } from 'vue'
import { useLibrary } from '../../stores/library.ts'
import { useSettings } from '../../stores/settings.ts'
import type { Density } from '../../stores/settings-values.ts'
import { keepListPlace, listPlaceOf } from './list-place.ts'
import { useKeptPlace } from './use-kept-place.ts'

/** Heights before a row was measured, CSS pixels: what most rows come to. */
const USUAL_HEIGHT: Readonly<Record<Density, number>> = { compact: 44, comfortable: 96, lines: 148 }
/** Heights of a period's heading, CSS pixels: over the first row there is less room above. */
export const HEADING_HEIGHTS = { first: 22, other: 32 }
/** Rows drawn beyond the edges: a turn of the wheel stays within them. */
const OVERSCAN = 8

/** The virtual list: which rows are drawn and where, wherever the list's place was before. */
export function useArticleList(scroller: Ref<HTMLElement | null>) {
  const library = useLibrary()
  const settings = useSettings()
  const headings = computed(() => new Map(library.periods.map((period) => [period.start, period.key])))
  const kept = listPlaceOf(library.order, settings.values.density)

  const virtualizer = useVirtualizer<HTMLElement, Element>(
    computed(() => ({
      count: library.total ?? 0,
      getScrollElement: () => scroller.value,
      estimateSize: (index: number) =>
        USUAL_HEIGHT[settings.values.density] + (headings.value.has(index) ? HEADING_HEIGHTS.other : 0),
      overscan: OVERSCAN,
      paddingEnd: 12,
      initialOffset: kept?.offset ?? 0,
      ...(kept === null ? {} : { initialMeasurementsCache: [...kept.measurements] }),
      rangeExtractor: withRow(library.active?.index),
    })),
  )
  const items = computed(() => virtualizer.value.getVirtualItems())

  const place = useKeptPlace({ virtualizer, scroller, onSettled: wantInSight })
  function wantInSight(): void {
    const { range } = virtualizer.value
    if (range !== null && !place.isHeld()) library.want(range.startIndex, range.endIndex)
  }
  watch(() => virtualizer.value.range, wantInSight, { immediate: true })
  watch([() => settings.values.density, headings], () => virtualizer.value.measure())
  onBeforeUnmount(() => keepListPlace(library.order, settings.values.density, virtualizer.value))

  return { virtualizer, items, headings }
}

/** The active row stays drawn wherever the list is scrolled, or it would lose the focus. */
function withRow(kept: number | undefined): (range: Range) => number[] {
  return (range) => {
    const drawn = defaultRangeExtractor(range)
    if (kept === undefined || kept >= range.count || drawn.includes(kept)) return drawn
    return kept < range.startIndex ? [kept, ...drawn] : [...drawn, kept]
  }
}
