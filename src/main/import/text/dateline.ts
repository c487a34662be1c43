import type { PartialDate } from '../../../shared/model/identity.ts'
import { findDate } from '../dates/find-date.ts'

// PLACE[, Region][, date] [(Agency)] — ; the place in capitals, or any case when an agency or dash and date follow.
const capitals = String.raw`\p{Lu}[\p{Lu}\p{M}'’.-]+(?:[ /-]\p{Lu}[\p{Lu}\p{M}'’.-]*){0,3}`
const rest = String.raw`(?:,\s[\p{L}. ]{2,25})?(?:,?\s[\p{L}.]{3,12}\s\d{1,2}(?:,\s\d{4})?|,?\s\d{1,2}\.?\s\p{L}{3,12}\.?(?:\s\d{4})?(?:\s?г)?\.?)?`
const agency = String.raw`(?:\s?[(/][^()/]{2,40}[)/])`
const dash = String.raw`\s?(?:[—–]|--?)\s`
const shouted = new RegExp(String.raw`^${capitals}${rest}${agency}?\.?${dash}(?=\S)`, 'u')
const signed = new RegExp(
  String.raw`^\p{Lu}[\p{L}\p{M}'’.-]+(?:[ /-]\p{Lu}[\p{L}\p{M}'’.-]*){0,3}${rest}${agency}\.?(?:${dash}|:\s|\.\s?${dash})(?=\S)`,
  'u',
)
const germanColon =
  /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?\s\((?:dpa|APA|AFP|AP|Reuters|sda)[^)]{0,30}\)\s?[-–—]?\s?(?=\S)/u
const xinhua = /^(?:【[^】]{2,30}】|（[^（）]{2,24}[电電]）|\p{Script=Han}{2,10}\d{1,2}月\d{1,2}日[电電]\s?)(?=\S)/u

/** The dateline that a paragraph opens with (`KYIV, June 24 (Reuters) — `), its white space included; null when none. */
export function leadingDateline(text: string): string | null {
  const head = text.slice(0, 120)
  for (const pattern of [shouted, signed, germanColon, xinhua]) {
    const match = pattern.exec(head)
    if (match !== null) return match[0]
  }
  return null
}

/** Whether a paragraph opens with a dateline: then it is the first of the body. */
export function startsWithDateline(text: string): boolean {
  return leadingDateline(text) !== null
}

/** The day in a dateline, when it states the year too; else its date is not known. */
export function datelineDate(dateline: string): PartialDate | null {
  return findDate(dateline)?.date ?? null
}
