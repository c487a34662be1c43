import { isName } from './person-names.ts'

const LONGEST = 500
const reportedFrom = /\b(?:reported|reports) from\b/u
const contributed = /\b(?:contributed(?: (?:to|reporting|research)\b|\s*\.?$)|also contributed\b)/u
const openings =
  /^\(?(?:additional reporting by|reporting by|with (?:additional )?reporting by|with contributions? (?:by|from)|additional research by|research by|edited by|editing by|writing by|compiled by|mitarbeit:?|mit material von|unter mitarbeit von|mitgearbeitet:|avec la collaboration de|con información de|con la colaboración de|при участии|в подготовке материала участвовал[аи]?:?|за участі|取材協力[:：])\s*/iu
const conjunction = /\s*(?:,|;|&|\s(?:and|und|et|y|и|і|та)\s)\s*/u
const job = /^(?:.*\s)?(?:writers?|reporters?|correspondents?|editors?|producers?|researchers?)\s+(?=\p{Lu})/iu
const inPlace = /\s(?:in|from|aus|in der|à|en|из|в)\s\p{Lu}.*$/u

/**
 * Reads a line that names who worked on the article, as stands below it: `Ruiz reported from Lima, Li from Cusco. Bo
 * Chan contributed to this report.` Every sentence must be of that kind, or it is a paragraph; null then.
 */
export function parseContributors(text: string): readonly string[] | null {
  if (text.length > LONGEST) return null
  const names: string[] = []
  for (const sentence of sentences(text.replace(/^\((.*)\)$/su, '$1'))) {
    const found = namesInSentence(sentence)
    if (found === null) return null
    names.push(...found)
  }
  return names.length === 0 ? null : [...new Set(names)]
}

/** Initials and the like (`Mark A. Milley`) end no sentence; `;` parts the roles in an agency's line. */
function sentences(text: string): readonly string[] {
  return text
    .split(/(?<=\p{L}{2}\.)\s+(?=\p{Lu})|;\s+/u)
    .map((sentence) => sentence.trim().replace(/[.)]+$/u, ''))
    .filter((sentence) => sentence !== '')
}

function namesInSentence(sentence: string): readonly string[] | null {
  const opening = openings.exec(sentence)
  if (opening !== null) return allNames(sentence.slice(opening[0].length))
  if (contributed.test(sentence))
    return allNames(sentence.slice(0, sentence.search(contributed)).replace(/\salso\s*$/u, ''))
  return reportedFrom.test(sentence) ? namesFromPlaces(sentence) : null
}

function allNames(list: string): readonly string[] | null {
  const parts = splitNames(list).map((part) => part.replace(inPlace, '').trim())
  const names = parts.map((part) => part.replace(job, '')).filter((part) => part !== '')
  return names.length > 0 && names.every(isName) ? names : null
}

function splitNames(list: string): readonly string[] {
  return list.split(conjunction).map((part) => part.replace(/^(?:and|und|et|y)\s+/u, '').trim())
}

/**
 * `A reported from P, B and C from Q, and D from R`: cut at every "from"; what stands between two of them is a place
 * and then the next names. The place is the first of the parts (`Kyiv, Ukraine, and D` has two: then the last part,
 * which begins with "and", holds all the names).
 */
function namesFromPlaces(sentence: string): readonly string[] | null {
  const pieces = sentence.split(/\s(?:(?:also )?reported )?from\s/u)
  const names: string[] = []
  for (const [index, piece] of pieces.entries()) {
    if (index === pieces.length - 1)
      return /^\p{Lu}/u.test(piece) && piece.length <= 60 && names.length > 0 ? names : null
    const found = allNames(index === 0 ? piece : withoutPlace(piece))
    if (found === null) return null
    names.push(...found)
  }
  return null
}

function withoutPlace(piece: string): string {
  const parts = piece.split(/,\s*/u)
  const last = parts.at(-1) ?? ''
  if (parts.length === 1) return piece.replace(/^.*?\sand\s/u, '')
  return parts.length === 3 && last.startsWith('and ') ? last : parts.slice(1).join(', ')
}
