import { defineStore } from 'pinia'
import { ref } from 'vue'

/** Which of the dialogs about the window itself are open. Known before their files have come, so that no key is lost. */
export const useWindowDialogs = defineStore('window-dialogs', () => {
  const settings = ref(false)
  const keyboard = ref(false)

  return {
    settings,
    keyboard,
    openSettings: () => (settings.value = true),
    openKeyboard: () => (keyboard.value = true),
  }
})
