import { useI18n } from 'vue-i18n'
import type { Json } from '../../../shared/json.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'

/** Says in words what an import remarked about an item. */
export function useNoteWords(): (note: ItemNote) => string {
  const { t, n, locale } = useI18n()
  return ({ kind, details }) => {
    const { missing } = details
    const next = kind === 'one-of-several-pages' && typeof details['next'] === 'string'
    if (next) return t('details.notes.page-with-next', named(details))
    if (kind !== 'one-of-several-pages' || !Array.isArray(missing)) return t(`details.notes.${kind}`, named(details))
    const list = new Intl.ListFormat(locale.value).format(missing.map((page) => n(Number(page))))
    return t('details.notes.missing-pages', { list, n: n(missing.length) }, missing.length)
  }
}

/** Details as they stand in a sentence; what is no text or number is left to its JSON. */
function named(details: ItemNote['details']): Record<string, string> {
  const words = Object.entries(details).map(([name, value]) => [name, inWords(value)] as const)
  return Object.fromEntries(words)
}

function inWords(value: Json): string {
  if (value === null) return '–'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
