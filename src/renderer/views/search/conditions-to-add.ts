/** What the menu behind the plus offers; words are `search.conditionsToAdd.ID`. */
export const CONDITIONS_TO_ADD = [
  'by',
  'title',
  'publication',
  'tag',
  'lang',
  'after',
  'before',
  'unread',
  'starred',
  'hasNote',
  'hasHighlight',
] as const
/** One of them. */
export type ConditionToAdd = (typeof CONDITIONS_TO_ADD)[number]

const WHOLE: Readonly<Partial<Record<ConditionToAdd, string>>> = {
  unread: 'is:unread',
  starred: 'is:starred',
  hasNote: 'has:note',
  hasHighlight: 'has:highlight',
}

/** What stands in the query for it; one that is not `whole` wants a value written after it. */
export function conditionText(condition: ConditionToAdd): { readonly text: string; readonly whole: boolean } {
  const whole = WHOLE[condition]
  return whole === undefined ? { text: `${condition}:`, whole: false } : { text: whole, whole: true }
}
