import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { LinkedPlace } from '../../shared/model/note-link.ts'
import { deepLink, type DeepLink } from '../../shared/text/deep-link.ts'
import { theHost } from '../api.ts'

/** Most that are asked for at once, as the contract allows. */
const MOST = 500

/** What stands at the ends of links that are in sight: asked for together, and again when the archive changes. */
export const useLinkedPlaces = defineStore('linked-places', () => {
  const places = shallowRef<ReadonlyMap<string, LinkedPlace>>(new Map())
  const wanted = new Map<string, DeepLink>()
  const known = new Map<string, DeepLink>()

  /** The place at the end of a link; null until it is known. */
  function placeOf(to: DeepLink): LinkedPlace | null {
    const key = deepLink(to.article, to.annotation)
    if (!known.has(key)) {
      known.set(key, to)
      if (wanted.size === 0) queueMicrotask(() => void readWanted())
      wanted.set(key, to)
    }
    return places.value.get(key) ?? null
  }

  async function readWanted(): Promise<void> {
    const entries = [...wanted]
    wanted.clear()
    for (let from = 0; from < entries.length; from += MOST) await read(entries.slice(from, from + MOST))
  }

  async function read(entries: readonly (readonly [key: string, to: DeepLink])[]): Promise<void> {
    const answer = await theHost().client.request('link.places', { links: entries.map(([, to]) => ({ ...to })) })
    if (!answer.ok) {
      for (const [key] of entries) known.delete(key)
      return
    }
    const read = entries.flatMap(([key], index) => {
      const place = answer.value[index]
      return place === undefined ? [] : [[key, place] as const]
    })
    places.value = new Map([...places.value, ...read])
  }

  function readAgain(): void {
    for (const [key, to] of known) wanted.set(key, to)
    void readWanted()
  }

  theHost().client.on('archive.changed', readAgain)
  theHost().client.on('host.archiveChanged', readAgain)

  return { placeOf }
})
