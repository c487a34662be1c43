import type { JsonObject } from '../../../../shared/json.ts'
import type { TextQuote } from '../../../../shared/model/annotation.ts'
import { objectsField, textField } from '../../json/json-fields.ts'
import { quoteAtRange } from './quote-at-range.ts'

/**
 * The place of one of wallabag's annotations in the article it kept. Believed only where the words there are the
 * annotation's own: its XPaths begin at a container that changed with wallabag's versions.
 */
export function quoteOfRanges(html: string | null, annotation: JsonObject): TextQuote | null {
  const [range] = objectsField(annotation, 'ranges')
  if (html === null || range === undefined) return null
  const found = quoteAtRange(html, {
    start: textField(range, 'start') ?? '',
    startOffset: Number(textField(range, 'startOffset') ?? Number.NaN),
    end: textField(range, 'end') ?? '',
    endOffset: Number(textField(range, 'endOffset') ?? Number.NaN),
    unit: 'code-unit',
  })
  const quote = textField(annotation, 'quote')
  return found === null || quote === null || bare(found.exact) === bare(quote) ? found : null
}

function bare(text: string): string {
  return text.replace(/\s+/g, '')
}
