/** One thing to give or take: a tag, a collection. */
export interface PickerItem {
  readonly id: string
  readonly label: string
  /** Steps it is set in, for collections within collections. */
  readonly depth: number
  /** How many of the articles at hand have it. */
  readonly state: 'all' | 'some' | 'none'
}

/** Items whose label holds what was typed, in any case; those that have it first. */
export function filterItems(items: readonly PickerItem[], typed: string): readonly PickerItem[] {
  const wanted = typed.trim().toLocaleLowerCase()
  if (wanted === '') return items
  return items.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)).map((item) => ({ ...item, depth: 0 }))
}

/** Whether what was typed names something that there is not yet. */
export function isNewName(items: readonly PickerItem[], typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase()
  return wanted !== '' && !items.some(({ label }) => label.toLocaleLowerCase() === wanted)
}
