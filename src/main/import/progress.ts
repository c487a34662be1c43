import type { ImportCounts, ImportProgress } from '../../shared/model/import.ts'
import type { Clock } from '../archive/ports/clock.ts'
import type { SourceList } from './sources/find-sources.ts'

/** Where in the sources an item stood. */
export interface ItemPlace {
  readonly source: string
  /** From 1. */
  readonly sourceNumber: number
  /** How much of its source was read with it: 0 to 1, null while unknown. */
  readonly share: number | null
}

/** What progress is reckoned from. */
export interface ProgressOptions {
  readonly sources: SourceList
  readonly clock: Clock
  readonly onProgress: (progress: ImportProgress) => void
  readonly counts: () => ImportCounts
}

/** Tells how far a run has come. */
export interface ProgressMeter {
  readonly step: (place: ItemPlace) => void
  /** Tells the last state, and stops counting. */
  readonly end: () => void
  /** Waits for something; the time it takes does not count. */
  readonly without: (pause: () => Promise<void>) => Promise<void>
  /** Since the start, without pauses. */
  readonly seconds: () => number
}

/** Milliseconds between two reports at least. */
const PAUSE = 100

/**
 * Starts the clock. Sources are counted ahead of the reading; items of a file of many are estimated from how much of
 * the file the items so far have taken, which is right for the remaining time though `known` says only what is known.
 */
export function createProgress({ sources, clock, onProgress, counts }: ProgressOptions): ProgressMeter {
  let started = Date.parse(clock())
  let last = started
  let place: ItemPlace | undefined
  let itemsBefore = 0
  const known = countAhead(sources)
  const now = (): number => Date.parse(clock())
  const seconds = (): number => (now() - started) / 1000

  const tell = (): void => {
    const current = counts()
    const sourcesAfter = Math.max(0, known.count() - (place?.sourceNumber ?? 0))
    const rate = current.read / Math.max(seconds(), 0.001)
    const rest = sourcesAfter + itemsLeft(current.read - itemsBefore, place)
    onProgress({
      ...current,
      known: current.read + sourcesAfter,
      current: place?.source ?? '',
      rate,
      remaining: known.done() && rate > 0 ? rest / rate : null,
    })
  }
  return {
    step: (next) => {
      if (next.sourceNumber !== place?.sourceNumber) itemsBefore = counts().read - 1
      place = next
      if (now() - last < PAUSE) return
      last = now()
      tell()
    },
    end: () => {
      known.stop()
      tell()
    },
    without: async (pause) => {
      const from = now()
      await pause()
      started += now() - from
    },
    seconds,
  }
}

/** Items that the source in hand still holds, when those so far took an even share of it. */
function itemsLeft(items: number, place: ItemPlace | undefined): number {
  if (place?.share === null || place?.share === undefined || place.share <= 0) return 0
  return items / Math.min(place.share, 1) - items
}

function countAhead(sources: SourceList): {
  readonly count: () => number
  readonly done: () => boolean
  readonly stop: () => void
} {
  let count = 0
  let done = false
  let stopped = false
  const walk = async (): Promise<void> => {
    for await (const sofar of sources.count()) {
      count = sofar
      if (stopped) return
    }
    done = true
  }
  void walk()
  return {
    count: () => count,
    done: () => done,
    stop: () => {
      stopped = true
    },
  }
}
