import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'

/** Where a reader is in a text. */
export interface PlaceRead {
  readonly uid: ArticleUid
  readonly version: number
  readonly rendition: number
  readonly offset: number
}

/** Remembers where a reader is, now and then while reading and at once when leaving. */
export interface PlaceKeeper {
  readonly note: (place: PlaceRead) => void
  /** Sends what was noted last and not sent yet. */
  readonly flush: () => Promise<void>
}

/** At most one write in so many milliseconds: a position is worth less than the disk's rest. */
const INTERVAL = 3000

/** Makes a keeper. What it cannot save it lets go: the next place replaces it. */
export function createPlaceKeeper(interval = INTERVAL): PlaceKeeper {
  let waiting: PlaceRead | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const place = waiting
    waiting = null
    if (place !== null) await theHost().client.request('article.position', { ...place })
  }

  return {
    note: (place) => {
      waiting = place
      timer ??= setTimeout(() => void flush(), interval)
    },
    flush,
  }
}
