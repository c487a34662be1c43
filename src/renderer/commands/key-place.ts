import type { KeyPlace } from './keymap.ts'

const DIALOG = '[role=dialog], [role=alertdialog], [role=menu]'
const FIELD = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]'
const BUTTON = 'button, a[href], summary, [role=button], [role=treeitem], input'

/** Where a key was pressed. Works for elements of the reader's frame too, whose classes are not this window's. */
export function keyPlaceOf(target: EventTarget | null): KeyPlace {
  const within = (selector: string): boolean => closest(target, selector) !== null
  if (within(FIELD)) return within(DIALOG) ? 'dialog' : 'field'
  if (within(DIALOG)) return 'dialog'
  return within(BUTTON) ? 'button' : 'free'
}

function closest(target: EventTarget | null, selector: string): Element | null {
  if (target === null || !('closest' in target)) return null
  return (target as Element).closest(selector)
}
