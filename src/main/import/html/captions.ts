import type { Aside, Caption } from '../../../shared/model/rendition.ts'
import type { Markup, MarkupElement } from '../markup.ts'
import { collapse } from './walk.ts'
import { textOfMarkup } from './text-of-markup.ts'

/** A credit written into a caption: in brackets at the end, after a word for picture, or after a copyright sign. */
const CREDIT =
  /\s*(?:[([]\s*(?:(?:photo|foto|bild|image|picture|credit|quelle|source|crédit|imagen|фото|写真)s?\b\s*(?:by|von|credit|via|:|：)?|©)\s*([^()[\]]{2,100})[)\]]|(?:(?:photo|foto|bild|image|picture|credit|quelle|crédit|imagen|фото)s?\s*(?:by|von|credit)?\s*[:/]|©|写真[:：])\s*([^()[\]]{2,100}))\.?$/iu

/** Words for "photograph by" before a name that is marked as the credit. */
const CREDIT_LABEL =
  /^(?:(?:photo(?:graph(?:y|s|er|ie|e)?)?s?|fotos?|bild|image|picture|credit|crédit|quelle|фото|写真|撮影|تصوير)(?=[\s:：/])|©|[:：/\s]|(?:by|von|par)\s)+/iu

/** The captions of the figures, in order; figures without words are left out. */
export function captionsOf(blocks: readonly Markup[]): readonly Caption[] {
  return elementsNamed(blocks, 'figcaption').flatMap((figcaption) => {
    const marked = elementsWithClass(figcaption.children, 'credit')
      .map((credit) => line([credit]))
      .join(' ')
    const whole = line(figcaption.children)
    const text = marked === '' ? whole : collapse(whole.replace(marked, ' '))
    const written = marked === '' ? CREDIT.exec(whole) : null
    const credit = marked === '' ? (written?.[1] ?? written?.[2]) : marked.replace(CREDIT_LABEL, '')
    const caption = written === null ? text : text.slice(0, written.index).trim()
    return caption === '' && credit === undefined ? [] : [{ text: caption, credit: credit?.trim() ?? null }]
  })
}

/** The boxes beside the article, in order. */
export function asidesOf(blocks: readonly Markup[]): readonly Aside[] {
  return elementsNamed(blocks, 'aside').map((aside) => {
    const heading = aside.children.find((child) => typeof child !== 'string' && /^h[1-6]$/.test(child.name))
    const title = heading === undefined ? '' : line([heading])
    return { title, text: line(aside.children.filter((child) => child !== heading)) }
  })
}

function elementsNamed(blocks: readonly Markup[], name: string): readonly MarkupElement[] {
  return blocks.flatMap((block) => {
    if (typeof block === 'string') return []
    return block.name === name ? [block] : elementsNamed(block.children, name)
  })
}

function elementsWithClass(blocks: readonly Markup[], name: string): readonly MarkupElement[] {
  return blocks.flatMap((block) => {
    if (typeof block === 'string') return []
    const own = (block.attributes['class'] ?? '').split(' ').includes(name)
    return own ? [block] : elementsWithClass(block.children, name)
  })
}

function line(markup: readonly Markup[]): string {
  return collapse(textOfMarkup(markup))
}
