import { useWindowSize } from '@vueuse/core'
import { computed, ref, type ComputedRef } from 'vue'
import { provideCommands } from '../../commands/running.ts'
import { useSettings } from '../../stores/settings.ts'

/** Below this width of the window the sidebar makes room, CSS pixels. */
const ROOM_FOR_SIDEBAR = 900

/** Whether the sidebar is shown, and how to change that. */
export function useSidebar(): { readonly isShown: ComputedRef<boolean>; readonly toggle: () => void } {
  const settings = useSettings()
  const { width } = useWindowSize()
  /** In a narrow window it is called up for a moment only; that is not remembered. */
  const isCalledUp = ref(false)
  const isNarrow = computed(() => width.value < ROOM_FOR_SIDEBAR)
  const isShown = computed(() => (isNarrow.value ? isCalledUp.value : settings.values.sidebarShown))

  function toggle(): void {
    if (isNarrow.value) isCalledUp.value = !isCalledUp.value
    else void settings.set({ sidebarShown: !settings.values.sidebarShown })
  }

  provideCommands({ sidebar: toggle })
  return { isShown, toggle }
}
