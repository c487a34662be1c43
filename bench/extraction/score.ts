import type { AnnotatedPage } from './segments.ts'

/** What an extractor answered for a page. */
export interface Answer {
  readonly text: string
  readonly title: string | null
  readonly author: string | null
  readonly date: string | null
}

/** Counts over all pages. */
export interface Score {
  tp: number
  fn: number
  fp: number
  tn: number
  title: Share
  author: Share
  date: Share
  milliseconds: number[]
}

/** Right answers of those asked. */
export interface Share {
  right: number
  of: number
}

/** A score of nothing yet. */
export function emptyScore(): Score {
  const share = (): Share => ({ right: 0, of: 0 })
  return { tp: 0, fn: 0, fp: 0, tn: 0, title: share(), author: share(), date: share(), milliseconds: [] }
}

/** Adds a page: segments by presence in the text (white space apart), facts where the truth states one. */
export function addToScore(score: Score, page: AnnotatedPage, answer: Answer): void {
  const text = squash(answer.text)
  for (const segment of page.wanted) {
    if (text.includes(squash(segment))) score.tp++
    else score.fn++
  }
  for (const segment of page.unwanted) {
    if (text.includes(squash(segment))) score.fp++
    else score.tn++
  }
  count(score.title, page.title, answer.title, isSameText)
  count(score.author, page.author, answer.author, isSameNames)
  count(score.date, page.date, answer.date, isSameDay)
}

/** Micro precision, recall and F1 over the segments. */
export function segmentMeasures(score: Score): { precision: number; recall: number; f1: number } {
  const precision = score.tp / (score.tp + score.fp)
  const recall = score.tp / (score.tp + score.fn)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** Whether two titles are the same but for case, punctuation and white space. */
export function isSameText(truth: string, answer: string): boolean {
  return fold(truth) === fold(answer)
}

/** Whether the same people are named, in any order. */
export function isSameNames(truth: string, answer: string): boolean {
  const names = (text: string): string =>
    text
      .replace(/^\s*(?:by|von)\s+/i, '')
      .split(/\s*(?:,|;|&|\s(?:and|und|et|y)\s)\s*/)
      .map(fold)
      .filter((name) => name !== '')
      .sort()
      .join('|')
  return names(truth) === names(answer)
}

/** Whether two dates fall on the same day as written, or in UTC (one of the annotated sets holds moments in UTC). */
export function isSameDay(truth: string, answer: string): boolean {
  if (truth.slice(0, 10) === answer.slice(0, 10)) return true
  const moment = new Date(answer)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === truth.slice(0, 10)
}

function count(
  share: Share,
  truth: string | null | undefined,
  answer: string | null,
  isSame: (truth: string, answer: string) => boolean,
): void {
  if (truth === undefined || truth === null || truth.trim() === '') return
  share.of++
  if (answer !== null && isSame(truth, answer)) share.right++
}

function squash(text: string): string {
  return text.replace(/\s+/g, '')
}

function fold(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
}
