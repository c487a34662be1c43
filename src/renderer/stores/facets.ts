import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Facet } from '../../shared/model/search-facets.ts'
import { askFacets } from './ask-search.ts'

/** What the results of a query can be narrowed by. */
export interface QueryFacets {
  readonly query: string
  readonly facets: readonly Facet[]
}

/** The facets of the results on screen: the second answer to a search, which the first does not wait for. */
export const useFacets = defineStore('facets', () => {
  /** Those of the query before stay until the next are there, so that the pane does not flicker; null = none yet. */
  const shown = shallowRef<QueryFacets | null>(null)
  let asked: object | null = null

  /** Reads the facets of a query; a later call overtakes. */
  async function read(query: string): Promise<void> {
    const mine = {}
    asked = mine
    const answer = await askFacets(query, () => asked === mine)
    if (asked !== mine) return
    shown.value = answer.ok ? { query, facets: answer.value.facets } : null
  }

  function clear(): void {
    asked = null
    shown.value = null
  }

  return { shown, read, clear }
})
