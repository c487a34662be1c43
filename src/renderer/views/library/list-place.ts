import type { VirtualItem } from '@tanstack/vue-virtual'
import type { ListOrder } from '../../stores/article-list.ts'
import type { Density } from '../../stores/settings-values.ts'

/** How far a list was scrolled, and how high its rows were. */
export interface ListPlace {
  readonly offset: number
  readonly measurements: readonly VirtualItem[]
}

let kept: { readonly key: string; readonly place: ListPlace } | null = null

/** Remembers where a list is while another view is shown; one list at a time. */
export function keepListPlace(
  order: ListOrder | null,
  density: Density,
  list: { readonly scrollOffset: number | null; readonly takeSnapshot: () => readonly VirtualItem[] },
): void {
  kept = { key: keyOf(order, density), place: { offset: list.scrollOffset ?? 0, measurements: list.takeSnapshot() } }
}

/** Where this list was, or null when it is another one. */
export function listPlaceOf(order: ListOrder | null, density: Density): ListPlace | null {
  return kept?.key === keyOf(order, density) ? kept.place : null
}

function keyOf(order: ListOrder | null, density: Density): string {
  return JSON.stringify([order, density])
}
