/**
 * How much of a text another has, by runs of four words: true, missed and added ones as shares of all, so that long texts
 * weigh no more than short ones. The measure of the public article extraction benchmark (scrapinghub,
 * article-extraction-benchmark, evaluate.py): words as they are written, each run as often as it stands there.
 */
export interface TextShares {
  readonly both: number
  readonly missed: number
  readonly added: number
}

const RUN = 4

/** Compares the text of an article with what was found. */
export function compareText(truth: string, found: string): TextShares {
  const wanted = runsOf(truth)
  const got = runsOf(found)
  const counts = { both: 0, missed: 0, added: 0 }
  for (const run of new Set([...wanted.keys(), ...got.keys()])) {
    const [a, b] = [wanted.get(run) ?? 0, got.get(run) ?? 0]
    counts.both += Math.min(a, b)
    counts.missed += Math.max(0, a - b)
    counts.added += Math.max(0, b - a)
  }
  const sum = counts.both + counts.missed + counts.added
  return sum === 0 ? counts : { both: counts.both / sum, missed: counts.missed / sum, added: counts.added / sum }
}

/** Precision over the pages of which something was found, recall over those that have a text, and F1 of the two means. */
export function textMeasures(shares: readonly TextShares[]): { precision: number; recall: number; f1: number } {
  const precision = mean(shares.filter((s) => s.both + s.added > 0).map((s) => s.both / (s.both + s.added)))
  const recall = mean(shares.filter((s) => s.both + s.missed > 0).map((s) => s.both / (s.both + s.missed)))
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Runs of four words and how often each stands there; a text of fewer words is one run. */
function runsOf(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const runs = new Map<string, number>()
  for (let at = 0; at < Math.max(1, words.length - RUN + 1); at++) {
    const run = words.slice(at, at + RUN).join(' ')
    if (run !== '') runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
