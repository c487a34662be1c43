import type { ArticleFacts, TextPart } from '../../../shared/model/rendition.ts'
import { bodyText } from '../../../shared/text/body-text.ts'
import type { SearchableText } from '../../archive/ports/analyse.ts'

/** What of an article is searched: facts by column, and all of the text but its header. */
export function searchableText(facts: ArticleFacts, text: string, parts: readonly TextPart[]): SearchableText {
  return {
    language: facts.language,
    title: facts.title ?? '',
    standfirst: facts.standfirst ?? '',
    byline: facts.byline ?? '',
    body: bodyText(text, parts, ['header']),
  }
}
