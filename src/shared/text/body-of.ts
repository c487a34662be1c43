import type { RenditionContent } from '../model/rendition.ts'
import { bodyText, NOT_BODY } from './body-text.ts'

/** The body of an article (its text without header, captions, asides and footer), as `words` counts it, trimmed. */
export function bodyOf({ text, parts }: Pick<RenditionContent, 'text' | 'parts'>): string {
  return bodyText(text, parts, NOT_BODY).trim()
}
