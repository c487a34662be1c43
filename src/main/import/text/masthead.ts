import { countWords, isTitleCased } from './letter-shape.ts'
import { hasLeadingArticle, isPublicationName } from './publication-name.ts'

/** The name of a paper, and the motto that stands behind it (empty when none); together they are the line. */
export interface Masthead {
  readonly publication: string
  readonly motto: string
  /** What stood between the two, such as ` | `. */
  readonly between: string
}

const LONGEST = 100

/**
 * Recognises a name glued to its motto, as it comes out of a copied page where only the style sheet parted them: a small
 * letter directly before a capital, a title-cased phrase before it and one after it. `BuzzFeed` has that shape too; a
 * brand comes again in the text, so a glued word that does is none.
 */
export function parseGluedMasthead(line: string, rest: string): Masthead | null {
  if (line.length > LONGEST || /[.!?]$/u.test(line)) return null
  for (const match of line.matchAll(/\p{Ll}(?=\p{Lu})/gu)) {
    const cut = match.index + match[0].length
    const publication = line.slice(0, cut)
    const motto = line.slice(cut)
    const glued = `${/\S+$/u.exec(publication)?.[0] ?? ''}${/^\S+/u.exec(motto)?.[0] ?? ''}`
    if (isNameThenMotto(publication, motto) && !rest.includes(glued)) return { publication, motto, between: '' }
  }
  return null
}

function isNameThenMotto(publication: string, motto: string): boolean {
  const nameWords = countWords(publication)
  if (nameWords > 6 || !isTitleCased(publication) || countWords(motto) < 2) return false
  if (isPublicationName(publication) || hasLeadingArticle(publication)) return nameWords >= 2
  const halves = Math.min(/\p{L}+$/u.exec(publication)?.[0].length ?? 0, /^\p{L}+/u.exec(motto)?.[0].length ?? 0)
  return nameWords >= 2 && isTitleCased(motto) && halves >= 4
}

/** Recognises a name and motto (or section) parted by a sign: `The Harbour Gazette | News from the coast`. */
export function parseSeparatedMasthead(line: string): Masthead | null {
  if (line.length > LONGEST) return null
  const match = /^(.{3,50}?)(\s+[|·•–—-]\s+)(\S.*)$/u.exec(line)
  const [, publication, between, motto] = match ?? []
  if (publication === undefined || between === undefined || motto === undefined) return null
  return isPublicationName(publication) ? { publication, motto, between } : null
}
