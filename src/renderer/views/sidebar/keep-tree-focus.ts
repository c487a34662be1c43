import { onBeforeUpdate, onUpdated, type Ref } from 'vue'

/**
 * Lines that change places take the focus from the one that has it, and the keys pressed meanwhile would go nowhere:
 * it gets the focus back at once.
 */
export function keepTreeFocus(tree: Readonly<Ref<HTMLElement | null>>): void {
  let focused: HTMLElement | null = null
  onBeforeUpdate(() => {
    const { activeElement } = document
    const isLine = activeElement instanceof HTMLElement && activeElement.dataset['uid'] !== undefined
    focused = isLine && tree.value?.contains(activeElement) === true ? activeElement : null
  })
  onUpdated(() => {
    if (focused?.isConnected === true && document.activeElement === document.body) focused.focus()
  })
}
