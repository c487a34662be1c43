import { creditName, creditSign, hasPhotoLabel, LONGEST_CREDIT } from './credit.ts'
import { endsSentence } from './letter-shape.ts'

/** A caption as it stands in the text: words, then the credit with its brackets or label. */
export interface CaptionLine {
  readonly words: string
  /** The credit as written, `(Photo: Ana Ruiz)`; the line is `words`, white space, `credit`. */
  readonly credit: string
  readonly creditName: string
  /** The credit stands before the words. */
  readonly creditFirst?: boolean
}

// Longest caption seen in papers' pages; what is longer is a paragraph that ends with a source.
const LONGEST = 600

const bracketed = /^(.*?)\s*([([（]([^()[\]（）]{2,120})[)\]）]\.?)$/su
const openLabel =
  /(?:^|[.!?…»”"]\s+|\s[|–—-]\s+|\s{2,})((?:photo(?:graph)?(?: by| credit)?|picture|image|credit|foto|bild|crédit(?: photo)?|imagen|фото|світлина|写真|撮影|图片)\s?[:：／/]\s?\S.{1,100}|©\s?\p{Lu}.{1,100})$|[.!?…”"](credit\s?(?:\.\.\.|…).{2,100})$/iu
const captionLabel =
  /^(?:(?:image|photo|picture) caption|caption|bildunterschrift|légende|подпись|підпис)\s*[:,]\s*(?=\S)/iu

/** Reads a caption that names who made the picture; null when the block is no such line. */
export function parseCaption(text: string): CaptionLine | null {
  if (text.length > LONGEST) return null
  return parseBracketed(text) ?? parseOpen(text) ?? parseLabelled(text)
}

function parseBracketed(text: string): CaptionLine | null {
  const match = bracketed.exec(text)
  const [, words, credit, inner] = match ?? []
  if (words === undefined || credit === undefined || inner === undefined) return null
  const sign = creditSign(inner.trim())
  if (sign === 'no' || sentenceCount(words) > 3) return null
  // An agency alone also signs whole articles at their end; a caption is one sentence or a phrase.
  if (sign === 'likely' && (words.length > 300 || sentenceCount(words) > 1)) return null
  return { words, credit, creditName: creditName(inner.trim()) }
}

function parseOpen(text: string): CaptionLine | null {
  const match = openLabel.exec(text.length > LONGEST_CREDIT * 4 ? '' : text)
  const credit = match?.[1] ?? match?.[2]
  if (credit === undefined || creditSign(credit) !== 'certain') return null
  const words = text.slice(0, text.length - credit.length).trimEnd()
  return sentenceCount(words) > 3 ? null : { words, credit, creditName: creditName(credit) }
}

function parseLabelled(text: string): CaptionLine | null {
  if (!isCaptionLabelled(text)) return null
  return { words: text, credit: '', creditName: '' }
}

/** Whether the whole line is a credit, its caption being the line before. */
export function isCreditLine(text: string): boolean {
  const inner = /^[([（](.*)[)\]）]$/u.exec(text)?.[1] ?? text
  if (inner.length > LONGEST_CREDIT || !hasPhotoLabel(inner) || /[.!?] \p{Lu}\p{Ll}{2}/u.test(inner)) return false
  return isNameList(creditName(inner))
}

/** `Photos: See how the city was rebuilt` credits nobody: beyond a few words, all but small ones begin with a capital. */
function isNameList(text: string): boolean {
  const words = text.split(/[\s/,&|]+/u).filter((word) => word !== '')
  return words.length <= 3 || words.every((word) => /^[\p{Lu}\p{Lo}\p{N}(©]/u.test(word) || /^\p{Ll}{1,3}$/u.test(word))
}

function sentenceCount(words: string): number {
  const ends = words.match(/(?:\p{Ll}{3}|\d|[”"’»)])[.!?…](?=\s)/gu)?.length ?? 0
  return ends + (endsSentence(words) || words !== '' ? 1 : 0)
}

/** Whether a line says that it is a caption. */
export function isCaptionLabelled(text: string): boolean {
  return text.length <= 400 && captionLabel.test(text)
}

/** The words of a caption without such a label. */
export function withoutCaptionLabel(text: string): string {
  return text.replace(captionLabel, '')
}
