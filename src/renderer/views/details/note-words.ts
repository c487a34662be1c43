import { useI18n } from 'vue-i18n'
import type { Json } from '../../../shared/json.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'

/** Says in words what an import remarked about an item. */
export function useNoteWords(): (note: ItemNote) => string {
  const { t } = useI18n()
  return ({ kind, details }) => t(`details.notes.${kind}`, named(details))
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
