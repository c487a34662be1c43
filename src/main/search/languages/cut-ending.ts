/** Endings of a language, the longest first, as `cutEnding` wants them. */
export function endingsOf(endings: string): readonly string[] {
  return [...new Set(endings.split(' '))].sort((left, right) => right.length - left.length)
}

/** Cuts the longest ending that leaves at least so many UTF-16 units. */
export function cutEnding(word: string, endings: readonly string[], least: number): string {
  const ending = endings.find((one) => word.length - one.length >= least && word.endsWith(one))
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}
