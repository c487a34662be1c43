import type { FacetsAnswer } from '../../shared/model/search-facets.ts'
import { printable, type Output } from './output.ts'

/** Values of a facet that a terminal shows; `--json` has more. */
const MOST_SHOWN = 8

/** Prints counts for a person, a line a facet that has values. */
export function printFacets(output: Output, { facets }: FacetsAnswer): void {
  for (const { name, values, others, without } of facets) {
    if (values.length === 0) continue
    const shown = values.slice(0, MOST_SHOWN).map(({ value, articles }) => `${printable(value)} ${String(articles)}`)
    const left = others + Math.max(0, values.length - MOST_SHOWN)
    const more = left === 0 ? '' : ` · ${String(left)} more`
    const none = without === 0 ? '' : ` · none ${String(without)}`
    output.line(`  ${name}: ${shown.join(' · ')}${more}${none}`)
  }
}
