import type { Caption } from '../model/rendition.ts'

/** What may stand on a caption's line besides its words and the name in the credit (`Photograph:`), in UTF-16 code units. */
const MOST_BESIDE = 40

/**
 * A body without the captions it begins with: a lead picture stands above the first sentence, and its caption would be
 * taken for the beginning. A body of captions alone stays as it is.
 */
export function afterCaptions(body: string, captions: readonly Caption[]): string {
  let rest = body.trimStart()
  for (const { text, credit } of captions) {
    const end = rest.indexOf('\n')
    const line = (end < 0 ? rest : rest.slice(0, end)).replace(/\s+/g, ' ')
    const longest = text.length + (credit?.length ?? 0) + MOST_BESIDE
    if (text === '' || !line.startsWith(text) || line.length > longest) break
    rest = end < 0 ? '' : rest.slice(end).trimStart()
  }
  return rest === '' ? body : rest
}
