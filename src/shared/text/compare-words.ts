import { diffArrays } from 'diff'
import type { ComparedRun } from '../model/comparison.ts'

/** White space by itself, words, letters of scripts without spaces, and marks: all of the text. */
const PIECE =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}])+|[^]/gu
/** Milliseconds after which two paragraphs count as wholly different: their likeness would tell nobody anything. */
const PATIENCE = 200

/** Two paragraphs word by word (Myers' algorithm, by jsdiff), runs of one kind joined. The runs together are both texts. */
export function compareWords(from: string, to: string): readonly ComparedRun[] {
  const changes = diffArrays(from.match(PIECE) ?? [], to.match(PIECE) ?? [], { timeout: PATIENCE })
  if (changes === undefined) {
    return [
      { kind: 'removed', text: from },
      { kind: 'added', text: to },
    ]
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}
