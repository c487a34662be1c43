import type { PartialDate } from '../../../shared/model/identity.ts'
import { findDate } from '../dates/find-date.ts'

const LONGEST = 120
// Words that may stand around a date without making it a sentence.
const company =
  /\b(?:published|posted|first|last|updated|modified|created|date|dated|issued|on|at|and|am|um|the|vom|le|el|il|uhr|stand|veröffentlicht|aktualisiert|erstellt|datum|publié|mis|à|jour|modifié|publicado|actualizado|pubblicato|aggiornato|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|[ap]\.?m|est|edt|et|ct|cst|cdt|pt|pst|pdt|gmt|utc|bst|cet|cest|mez|mesz|msk|h|min|read|г)\b\.?/giu
const cyrillicCompany =
  /(?<!\p{L})(?:опубликовано|опубликована|обновлено|обновлён|дата|года|г|в|мск|опубліковано|оновлено|року|р|о)(?!\p{L})\.?/giu
const unspacedCompany =
  /公開|更新|配信|発行|掲載|发布|发表|時間|时间|日期|午前|午後|星期.|週.|[月火水木金土日]曜日?|時|分|نشر في|نشر|تاريخ|آخر تحديث|تحديث|الساعة/gu
const clock = /\d{1,2}[:.h]\d{2}(?::\d{2})?/gu

/** A line that states when the article appeared. */
export interface DateLine {
  readonly date: PartialDate
  /** The date is of a change, not of publication. */
  readonly isUpdate: boolean
}

/** Reads a line that holds a date and next to nothing else (a place, a weekday, a time); null when it says more. */
export function parseDateLine(line: string): DateLine | null {
  if (line.length > LONGEST || !/[\d\u0660-\u0669\u06F0-\u06F9]/u.test(line)) return null
  const found = findDate(line)
  if (found === null) return null
  const rest = `${found.before} ${found.after}`
  if (!isCompany(rest)) return null
  return { date: found.date, isUpdate: /updat|modif|aktualis|mis à jour|обновл|оновл|更新|تحديث/iu.test(found.before) }
}

function isCompany(rest: string): boolean {
  const second = findDate(rest)
  const once = second === null ? rest : `${second.before} ${second.after}`
  const left = once
    .replaceAll(clock, ' ')
    .replaceAll(company, ' ')
    .replaceAll(cyrillicCompany, ' ')
    .replaceAll(unspacedCompany, ' ')
    .replaceAll(/[\p{P}\p{S}\d\s]+/gu, ' ')
    .trim()
  // A weekday or a place, or a place of two words; a sentence needs more.
  return left.length <= 20 && left.split(' ').length <= 2
}
