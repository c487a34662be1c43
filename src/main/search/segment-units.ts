/** Any of the four: ICU's dictionaries go by the script, not by the language asked for. */
const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

/**
 * Words of a run of Thai, Lao, Khmer or Burmese, each as its units, by the dictionaries of ICU. They may differ from one version of ICU to
 * the next, so only the order of results may rest on them, never what is in the index. Those know the vowel am of Thai and Lao as one letter, which
 * NFKC takes apart.
 */
export function segmentUnits(units: readonly string[]): readonly (readonly string[])[] {
  const borders = new Set<number>()
  const written = units.map((unit) => unit.replaceAll('\u0e4d\u0e32', '\u0e33').replaceAll('\u0ecd\u0eb2', '\u0eb3'))
  for (const { index } of segmenter.segment(written.join(''))) borders.add(index)
  const words: string[][] = []
  let at = 0
  units.forEach((unit, number) => {
    const last = words.at(-1)
    if (last === undefined || borders.has(at)) words.push([unit])
    else last.push(unit)
    at += written[number]?.length ?? 0
  })
  return words
}
