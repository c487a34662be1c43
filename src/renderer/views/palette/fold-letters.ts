/** A text in small letters without accents; each of its code units knows the stretch of the text it came from. */
export interface FoldedLetters {
  readonly letters: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Folds for comparing what was typed; a letter and the marks that follow it become one. */
export function foldLetters(text: string): FoldedLetters {
  const starts: number[] = []
  const ends: number[] = []
  let letters = ''
  for (const [cluster, start] of clustersOf(text)) {
    const folded = cluster.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    for (const unit of folded.split('')) {
      letters += unit
      starts.push(start)
      ends.push(start + cluster.length)
    }
  }
  return { letters, starts, ends }
}

function* clustersOf(text: string): Generator<readonly [cluster: string, start: number]> {
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) yield [match[0], match.index]
}
