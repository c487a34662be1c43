import { useI18n } from 'vue-i18n'
import { provideCommands } from '../../commands/running.ts'
import type { ExportChoice } from '../../stores/export-choices.ts'
import { useExporting } from '../../stores/exporting.ts'
import { useOverview } from '../../stores/overview.ts'
import { usePlace } from '../../stores/place.ts'

/**
 * Export where the view in front has nothing of its own for it, or nothing is selected there: what is being read, else
 * the whole archive. An archive without articles has nothing to give.
 */
export function useExportHere(): void {
  const { t } = useI18n()
  const exporting = useExporting()
  const overview = useOverview()
  const place = usePlace()

  function run(): void {
    const all: ExportChoice = { label: t('export.wholeArchive'), selection: { kind: 'query', query: '', except: [] } }
    const { here } = place
    if (here.view !== 'reader') return void exporting.open(all)
    const one: ExportChoice = {
      label: t('export.thisArticle'),
      selection: { kind: 'articles', articles: [here.article] },
    }
    void exporting.open(one, [all])
  }

  function can(): boolean {
    const { state } = overview
    return place.here.view !== 'welcome' && state.status === 'open' && state.overview.articles > 0
  }

  provideCommands({ export: { run, can } })
}
