import type { Caption } from '../../../shared/model/rendition.ts'
import { textOfMarkup } from '../html/text-of-markup.ts'
import type { Markup } from '../markup.ts'
import { captionFact } from '../text/figure-markup.ts'
import { parseCaption } from '../text/caption.ts'

/** Captions of the `<figure>`s that raw HTML brought in, in order. */
export function captionsIn(content: readonly Markup[]): readonly Caption[] {
  return content.flatMap((node): readonly Caption[] => {
    if (typeof node === 'string') return []
    if (node.name !== 'figcaption') return captionsIn(node.children)
    const text = textOfMarkup(node.children).replaceAll(/\s+/gu, ' ').trim()
    const parsed = parseCaption(text)
    return text === '' ? [] : [parsed === null ? { text, credit: null } : captionFact(parsed)]
  })
}

/** Address of the first picture as the source writes it, or null. */
export function firstImage(content: readonly Markup[]): string | null {
  for (const node of content) {
    if (typeof node === 'string') continue
    const found = node.name === 'img' ? (node.attributes['src'] ?? null) : firstImage(node.children)
    if (found !== null) return found
  }
  return null
}
