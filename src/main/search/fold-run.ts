/** Half-width and compatibility forms are gone by NFKC already; a loose voicing mark after kana is not worth a token. */
const LOOSE_MARKS = /[\u3099\u309a\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu

/** Folds a run of a script without word spaces: loose voicing marks and variation selectors are dropped. */
export function foldRun(run: string): string {
  return LOOSE_MARKS.test(run) ? run.replace(LOOSE_MARKS, '') : run
}
