/** Endings of a language, the longest first. */
export type Endings = () => readonly string[]

/**
 * Endings written one after the other, as `cutEnding` wants them; `fold` is done to each. They are sorted with the first
 * word of their language: most processes meet few of the languages.
 */
export function endingsOf(written: string, fold: (ending: string) => string = (ending) => ending): Endings {
  let endings: readonly string[] | undefined
  return () => (endings ??= [...new Set(fold(written).split(' '))].sort((left, right) => right.length - left.length))
}

/** Cuts the longest ending that leaves at least so many UTF-16 units. */
export function cutEnding(word: string, endings: Endings, least: number): string {
  const ending = endings().find((one) => word.length - one.length >= least && word.endsWith(one))
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}
