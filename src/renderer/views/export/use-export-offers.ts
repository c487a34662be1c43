import { useI18n } from 'vue-i18n'
import type { ExportChoice } from '../../stores/export-choices.ts'
import { usePlace } from '../../stores/place.ts'
import { queryOf, type Scope } from '../../stores/scope.ts'

/** What can be exported from where the window is, below what was asked for: the list that is shown, everything. */
export function useExportOffers(): () => readonly ExportChoice[] {
  const { t } = useI18n()
  const place = usePlace()

  function nameOf(scope: Scope): string {
    switch (scope.kind) {
      case 'all':
        return t('export.wholeArchive')
      case 'unread':
        return t('export.unread')
      case 'starred':
        return t('export.starred')
      case 'collection':
        return t('export.collection', { name: scope.path.join('/') })
      case 'tag':
        return t('export.tag', { name: scope.tag })
    }
  }

  return () => {
    const { here } = place
    const list = here.view === 'library' ? [{ query: queryOf(here.scope), label: nameOf(here.scope) }] : []
    return [...list, { query: '', label: t('export.wholeArchive') }].map(({ query, label }) => ({
      label,
      selection: { kind: 'query', query, except: [] },
    }))
  }
}
