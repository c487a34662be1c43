import type { TextPart } from '../../../shared/model/rendition.ts'

/** The text without header, asides and footer: what words are counted in and excerpts are taken from. */
export function bodyOf(text: string, parts: readonly TextPart[]): string {
  let body = ''
  let position = 0
  for (const part of parts) {
    body += text.slice(position, part.start)
    position = part.end
  }
  return body + text.slice(position)
}
