import type { ImportItemReport } from '../../../shared/model/import.ts'
import type { ImportReport } from '../../../shared/model/job.ts'
import type { ImportLedger } from '../../stores/import-ledger.ts'

/** As a text to read, or whole for programs. */
export type ReportFormat = 'text' | 'json'

/** Words that the text of a report is written with. */
export interface ReportWords {
  readonly title: string
  readonly line: (name: keyof ImportLedger) => string
  readonly reason: (item: ImportItemReport) => string
}

const LINES = ['found', 'added', 'newVersion', 'already', 'decisions', 'waiting', 'unaccounted'] as const

/** An import's report as a text: the ledger, then every item that needs a decision with its reason. */
export function reportText(report: ImportReport, ledger: ImportLedger, words: ReportWords): string {
  const width = Math.max(...LINES.map((name) => words.line(name).length)) + 2
  const lines = LINES.map((name) => `${words.line(name).padEnd(width)}${String(ledger[name]).padStart(8)}`)
  const items = report.items.map((item) => `${item.source}\n    ${words.reason(item)}`)
  return `${[words.title, '', ...lines, '', ...items].join('\n').trimEnd()}\n`
}

/** Gives a file to the person, into their downloads. */
export function saveFile(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the blob once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
