import type { TextRange } from '../../shared/text/text-range.ts'

/** A text made ready to be searched again and again. */
export interface FoundText {
  /** All places of the words, in order, not overlapping; at most `most`. */
  readonly find: (words: string, most?: number) => readonly TextRange[]
}

const MOST = 5000

/**
 * Prepares finding as people mean it: capitals and small letters alike, Latin and Greek letters with and without accents,
 * Arabic with and without vowel signs, any white space, any quotation marks and dashes. Linear in the text.
 */
export function prepareFinding(text: string): FoundText {
  const folded = fold(text)
  return {
    find: (words, most = MOST) => {
      const wanted = fold(words.trim()).text
      const places: TextRange[] = []
      if (wanted === '') return places
      let at = folded.text.indexOf(wanted)
      while (at >= 0 && places.length < most) {
        const end = at + wanted.length
        // Letters that belong to one character of the text are found together or not at all.
        if (folded.starts[at] !== folded.starts[at - 1] && folded.starts[end] !== folded.starts[end - 1]) {
          places.push({ start: folded.starts[at] ?? 0, end: folded.ends[end - 1] ?? text.length })
          at = folded.text.indexOf(wanted, end)
        } else at = folded.text.indexOf(wanted, at + 1)
      }
      return places
    },
  }
}

interface Folded {
  readonly text: string
  /** For each unit of the folded text: where the character it came from begins and ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff\u0640]|[\u064b-\u065f]|\u0670/u
const STRIPS_MARKS = /[\p{Script=Latin}\p{Script=Greek}]/u

function fold(text: string): Folded {
  const pieces: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  let isSpace = false
  for (const character of text) {
    const end = at + character.length
    const piece = foldCharacter(character)
    if (piece !== ' ' || !isSpace) {
      pieces.push(piece)
      starts.push(...Array<number>(piece.length).fill(at))
      ends.push(...Array<number>(piece.length).fill(end))
    }
    if (piece !== '') isSpace = piece === ' '
    at = end
  }
  return { text: pieces.join(''), starts, ends }
}

function foldCharacter(character: string): string {
  if (character >= 'a' && character <= 'z') return character
  if (UNSEEN.test(character)) return ''
  if (/\s/u.test(character)) return ' '
  if (/[\u2018-\u201b\u2032\u02bc`\u00b4]/u.test(character)) return "'"
  if (/[\u201c-\u201f\u2033\u00ab\u00bb]/u.test(character)) return '"'
  if (/[\u2010-\u2015\u2212]/u.test(character)) return '-'
  const small = character.toLowerCase()
  return STRIPS_MARKS.test(character) ? small.normalize('NFKD').replaceAll(/\p{M}/gu, '') : small
}
