import { HIGHLIGHT_COLORS } from '../../shared/model/annotation.ts'
import { penNames, type PenName } from './pen.ts'

/** How a mark is painted: at rest, under the pointer, opened; `under` is the line of a mark below another. */
export type MarkLayer = 'rest' | 'hover' | 'active' | 'under'

/** Registry names of a pen's marks. */
export const penHighlight = (pen: PenName, layer: MarkLayer): string => `pen-${pen}-${layer}`

/** Registry names of what the application marks itself; in the spot colour, never a pen's. */
export const appHighlights = {
  hit: 'search-hit',
  found: 'find-hit',
  current: 'find-current',
  flash: 'target-flash',
  /** Stands in for the selection while a field of the window has the focus, and for the caret's selection. */
  selected: 'kept-selection',
} as const

/** One of the application's own marks. */
export type AppHighlight = keyof typeof appHighlights

/* Higher is painted over lower. Hits lie over pens: they are thin, and one is looking for them. */
const LAYERS: readonly MarkLayer[] = ['rest', 'under', 'hover', 'active']
const APP_PRIORITY: Readonly<Record<AppHighlight, number>> = {
  selected: 60,
  hit: 61,
  found: 62,
  current: 63,
  flash: 64,
}

/** Every name with its priority. */
export function highlightPriorities(): ReadonlyMap<string, number> {
  const pens = HIGHLIGHT_COLORS.map((color) => penNames[color])
  const marks = LAYERS.flatMap((layer, level) =>
    pens.map((pen, index): [string, number] => [penHighlight(pen, layer), level * 10 + index + 1]),
  )
  const own = Object.entries(appHighlights).map(([key, name]): [string, number] => [
    name,
    APP_PRIORITY[key as AppHighlight],
  ])
  return new Map([...marks, ...own])
}
