/** Letters in a row that two texts have in common only if one takes words of the other; some are common in any language. */
const RUN = 8
/** Share of a text's runs that must stand in the other. */
const MOST = 0.6

/** Whether a text says, nearly in the same words, what a shorter one says; spaces, signs and capitals do not count. */
export function saysTheSame(text: string, short: string): boolean {
  const [whole, part] = [lettersOf(text), lettersOf(short)]
  if (part.length <= RUN) return whole.includes(part)
  const runs = runsOf(part)
  const known = new Set(runsOf(whole))
  return runs.filter((run) => known.has(run)).length >= MOST * runs.length
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function runsOf(letters: string): readonly string[] {
  return Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) => letters.slice(at, at + RUN))
}
