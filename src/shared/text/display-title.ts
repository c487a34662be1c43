/** What an article can be called by when it has no title. */
export interface Nameless {
  /** Name of the file it alone came from. */
  readonly fileName: string | null
  readonly url: string | null
  readonly text: string
}

/** Longest label from a text, in UTF-16 code units: what fits into a line of a list. */
const LONGEST = 80

/**
 * What people see of an article without a title: the name of its file without the extension, else its address, else the
 * first words of its text; null when there is none of them. It is no title: facts, search and sorting know nothing of it.
 */
export function labelOf({ fileName, url, text }: Nameless): string | null {
  const name = fileName?.replace(/(?<=.)\.[^.\s]*$/, '').trim() ?? ''
  if (name !== '') return name
  return url ?? firstWords(text)
}

/** The title, else the label that stands for it, else "Untitled": for people only, never for facts. */
export function displayTitle(article: { readonly title: string | null; readonly label: string | null }): string {
  return article.title ?? article.label ?? 'Untitled'
}

function firstWords(text: string): string | null {
  const line = text
    .trimStart()
    .slice(0, LONGEST * 4)
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (line === '') return null
  if (line.length <= LONGEST) return line
  const border = line.lastIndexOf(' ', LONGEST - 1)
  // Where the text has no spaces it is cut between characters, never inside a surrogate pair.
  const cut =
    border > LONGEST / 2
      ? line.slice(0, border)
      : Array.from(line.slice(0, LONGEST - 1))
          .filter(isWhole)
          .join('')
  return `${cut.replace(/[\s,;:–—-]+$/, '')}…`
}

function isWhole(character: string): boolean {
  return character.isWellFormed()
}
