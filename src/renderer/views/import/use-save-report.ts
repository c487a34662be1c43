import { useI18n } from 'vue-i18n'
import { decisionOf } from '../../../shared/import-decision.ts'
import { showMoment } from '../../composables/show-date.ts'
import type { ImportEntry } from '../../stores/import-entry.ts'
import { ledgerOfEntry, ownPath, unreadItems, withUnread } from './import-numbers.ts'
import { useProblemWords } from './problem-words.ts'
import { reportText, saveFile, type ReportFormat } from './save-report.ts'

const LINE_KEYS = {
  found: 'import.found',
  added: 'import.added',
  newVersion: 'import.newVersions',
  already: 'import.already',
  decisions: 'import.keptDecisions',
  waiting: 'import.notRead',
  unaccounted: 'import.unaccounted',
  kept: 'import.added',
} as const

/** Saves the report of an import that ended, as a text or for programs. */
export function useSaveReport(): (entry: ImportEntry, folder: string | null, format: ReportFormat) => void {
  const { t, locale } = useI18n()
  const problems = useProblemWords()

  return (entry, folder, format) => {
    const { state, unread } = entry
    if (state.status !== 'done') return
    const items = [...state.report.items, ...unreadItems(unread)]
    const report = withUnread(
      { ...state.report, items: items.map((item) => ({ ...item, source: ownPath(item.source, folder) })) },
      unread,
    )
    const name = `offprint-import-${state.ended.slice(0, 10)}`
    if (format === 'json') {
      saveFile(`${name}.json`, `${JSON.stringify(report, null, 2)}\n`, 'application/json')
      return
    }
    const text = reportText(report, ledgerOfEntry(entry), {
      title: t('import.reportTitle', { time: showMoment(state.ended, locale.value) }),
      line: (line) => t(LINE_KEYS[line]),
      reason: (item) => problems.detail(item) ?? problems.title(decisionOf(item) ?? 'internal'),
    })
    saveFile(`${name}.txt`, text, 'text/plain')
  }
}
