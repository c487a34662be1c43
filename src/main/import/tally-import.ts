import { normalize } from 'node:path'
import { decisionOf } from '../../shared/import-decision.ts'
import type {
  DecisionGroup,
  DecisionReason,
  DoubtfulCounts,
  ImportItemReport,
  ImportTally,
  SourceCounts,
} from '../../shared/model/import.ts'
import { countOutcomes, type OutcomeCounter } from './count-outcomes.ts'

/** Keeps what a running import says beyond its counts. */
export interface ImportTallier {
  readonly add: (item: ImportItemReport) => void
  readonly current: () => ImportTally
}

/** Items named for each reason while a run goes on; ten reports a second carry them. */
const EXAMPLES = 3
/** More paths than these are files chosen one by one: a table of them would say nothing. */
const MOST_SOURCES = 20

/** Starts a tally for an import of these paths. */
export function createImportTally(paths: readonly string[]): ImportTallier {
  const groups = new Map<DecisionReason, { count: number; examples: readonly ImportItemReport[] }>()
  const all = createDoubtful()
  const sources = createSources(paths.length > MOST_SOURCES ? [] : paths)
  return {
    add: (item) => {
      const reason = decisionOf(item)
      const isDoubtful = reason !== null
      all.add(item, isDoubtful)
      sources.add(item, isDoubtful)
      if (reason === null) return
      const { count, examples } = groups.get(reason) ?? { count: 0, examples: [] }
      groups.set(reason, { count: count + 1, examples: count < EXAMPLES ? [...examples, item] : examples })
    },
    current: () => ({
      doubtful: all.current(),
      decisions: [...groups.entries()]
        .map(([reason, group]): DecisionGroup => ({ reason, ...group }))
        .sort(largestFirst),
      sources: sources.current(),
    }),
  }
}

function largestFirst(one: DecisionGroup, other: DecisionGroup): number {
  return other.count - one.count
}

interface DoubtfulCounter {
  readonly add: (item: ImportItemReport, isDoubtful: boolean) => void
  readonly current: () => DoubtfulCounts
}

function createDoubtful(): DoubtfulCounter {
  const counts = { added: 0, newVersion: 0 }
  return {
    add: ({ outcome }, isDoubtful) => {
      if (isDoubtful && (outcome === 'added' || outcome === 'newVersion')) counts[outcome]++
    },
    current: () => ({ ...counts }),
  }
}

interface CountedSource {
  readonly path: string
  readonly prefix: string
  readonly outcomes: OutcomeCounter
  readonly doubtful: DoubtfulCounter
}

/** Counts by path. Items come in the order of the paths, so one that no path begins belongs to the path in hand. */
function createSources(paths: readonly string[]): {
  readonly add: (item: ImportItemReport, isDoubtful: boolean) => void
  readonly current: () => readonly SourceCounts[]
} {
  const sources = paths.map((path): CountedSource => ({
    path,
    prefix: normalize(path),
    outcomes: countOutcomes(),
    doubtful: createDoubtful(),
  }))
  let inHand = sources[0]
  return {
    add: (item, isDoubtful) => {
      inHand = sources.find(({ prefix }) => holds(prefix, normalize(item.source))) ?? inHand
      inHand?.outcomes.add(item.outcome)
      inHand?.doubtful.add(item, isDoubtful)
    },
    current: () =>
      sources.map(({ path, outcomes, doubtful }) => ({ path, ...outcomes.current(), doubtful: doubtful.current() })),
  }
}

/** Whether a path is the prefix, lies below it, or is an item (`#`) in it. */
function holds(prefix: string, path: string): boolean {
  if (!path.startsWith(prefix)) return false
  return path.length === prefix.length || /[/\\]$/u.test(prefix) || /^[/\\#]/u.test(path.slice(prefix.length))
}
