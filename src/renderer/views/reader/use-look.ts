import { usePreferredDark } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'
import type { FrameTheme } from '../../reader/frame-styles.ts'
import type { Typography } from '../../reader/typography.ts'
import { useSettings } from '../../stores/settings.ts'

/** How articles look, as a person chose it. */
export interface ReadingLook {
  readonly theme: ComputedRef<FrameTheme>
  readonly typography: ComputedRef<Typography>
}

/** Follows the settings, and the system where that is the choice. */
export function useLook(): ReadingLook {
  const settings = useSettings()
  const systemIsDark = usePreferredDark()
  return {
    theme: computed(() => {
      const { theme } = settings.values
      if (theme !== 'system') return theme
      return systemIsDark.value ? 'dark' : 'light'
    }),
    typography: computed(() => {
      const { readingFace, readingSize, readingLeading, readingMeasure, readingJustified } = settings.values
      return {
        face: readingFace,
        size: readingSize,
        leading: readingLeading,
        measure: readingMeasure,
        justify: readingJustified,
      }
    }),
  }
}
