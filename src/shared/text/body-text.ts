import type { TextPart } from '../model/rendition.ts'

/**
 * The text without its parts of the given kinds, in order. With all three kinds it is the body of an article; without
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
