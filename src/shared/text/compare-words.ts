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
  const runs = changes.map(({ added, removed, value }): ComparedRun => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
  return joinReplaced(runs)
}

/** What took the place of other words reads as one piece: the spaces that both happen to have part neither. */
function joinReplaced(runs: readonly ComparedRun[]): readonly ComparedRun[] {
  const joined: ComparedRun[] = []
  for (let at = 0; at < runs.length;) {
    const end = endOfChange(runs, at)
    const change = runs.slice(at, end)
    const side = (other: ComparedRun['kind']): string =>
      change
        .filter(({ kind }) => kind !== other)
        .map(({ text }) => text)
        .join('')
    const [gone, come] = [side('added'), side('removed')]
    if (change.length > 2 && gone.trim() !== '' && come.trim() !== '') {
      joined.push({ kind: 'removed', text: gone }, { kind: 'added', text: come })
    } else {
      joined.push(...runs.slice(at, Math.max(end, at + 1)))
    }
    at = Math.max(end, at + 1)
  }
  return joined
}

/** Index behind the changes that begin at one and have nothing but white space between them; `start` itself for what stayed. */
function endOfChange(runs: readonly ComparedRun[], start: number): number {
  let end = start
  if (runs[start]?.kind === 'same') return start
  for (let at = start; at < runs.length; at += 1) {
    const run = runs[at]
    if (run === undefined || (run.kind === 'same' && run.text.trim() !== '')) break
    if (run.kind !== 'same') end = at + 1
  }
  return end
}
