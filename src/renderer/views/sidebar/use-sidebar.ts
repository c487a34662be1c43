import { onClickOutside, useEventListener, useWindowSize } from '@vueuse/core'
import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import { provideCommands } from '../../commands/running.ts'
import { usePlace } from '../../stores/place.ts'
import { useSettings } from '../../stores/settings.ts'

/** Below this width of the window the sidebar makes room, CSS pixels. */
const ROOM_FOR_SIDEBAR = 900

/** The sidebar as the window has it. */
export interface SidebarState {
  readonly isShown: ComputedRef<boolean>
  /** Whether it stands over the view, called up for a moment, and takes no room. */
  readonly isOver: ComputedRef<boolean>
  readonly toggle: () => void
}

/** Whether the sidebar is shown, and how to change that. `sidebar` is its element while it is there. */
export function useSidebar(sidebar: Readonly<Ref<HTMLElement | null>>): SidebarState {
  const settings = useSettings()
  const place = usePlace()
  const { width } = useWindowSize()
  /** In a narrow window it is called up for a moment only; that is not remembered. */
  const isCalledUp = ref(false)
  const isNarrow = computed(() => width.value < ROOM_FOR_SIDEBAR)
  const isOver = computed(() => isNarrow.value && isCalledUp.value)
  const isShown = computed(() => isOver.value || (!isNarrow.value && settings.values.sidebarShown))
  let opener: Element | null = null
  const close = (): void => {
    isCalledUp.value = false
  }

  async function toggle(): Promise<void> {
    if (!isNarrow.value) return settings.set({ sidebarShown: !settings.values.sidebarShown })
    if (isCalledUp.value) {
      giveBack()
      return
    }
    opener = document.activeElement
    isCalledUp.value = true
    await nextTick()
    sidebar.value?.querySelector<HTMLElement>('[aria-current=page], button')?.focus()
  }

  function giveBack(): void {
    close()
    if (opener instanceof HTMLElement) opener.focus()
  }

  // It goes once one has gone somewhere with it, or turned to something else.
  watch(() => place.here, close)
  watch(isNarrow, close)
  onClickOutside(sidebar, close, { ignore: ['.app-menu', '.app-popover', '.app-dialog', '.dialog-scrim'] })
  useEventListener(sidebar, 'keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOver.value) return
    event.preventDefault()
    giveBack()
  })
  provideCommands({ sidebar: () => void toggle() })
  return { isShown, isOver, toggle: () => void toggle() }
}
