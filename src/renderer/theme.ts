import { watchEffect } from 'vue'
import { usePreferredDark } from '@vueuse/core'
import type { ThemeChoice } from './stores/settings-values.ts'

/** Puts the chosen theme on the page, and keeps following the system where that is the choice. */
export function followTheme(chosen: () => ThemeChoice): void {
  const systemIsDark = usePreferredDark()
  watchEffect(() => {
    const theme = chosen()
    document.documentElement.dataset['theme'] = theme === 'system' ? (systemIsDark.value ? 'dark' : 'light') : theme
  })
}
