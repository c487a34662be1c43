import type { TextPart } from '../model/rendition.ts'

/** What does not belong to the body of an article. */
export const NOT_BODY: readonly TextPart['kind'][] = ['header', 'caption', 'aside', 'footer']

/**
 * The text without its parts of the given kinds, in order. Without `NOT_BODY` it is the body of an article; without
 * `header` alone it is what search indexes as `body`.
 */
export function bodyText(text: string, parts: readonly TextPart[], without: readonly TextPart['kind'][]): string {
  const kept: string[] = []
  let from = 0
  for (const part of parts) {
    if (!without.includes(part.kind)) continue
    kept.push(text.slice(from, part.start))
    from = part.end
  }
  kept.push(text.slice(from))
  return kept.join('')
}
