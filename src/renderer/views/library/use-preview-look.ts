import { usePreferredDark } from '@vueuse/core'
import { computed, type ComputedRef } from 'vue'
import type { FrameTheme } from '../../reader/frame-styles.ts'
import type { Typography } from '../../reader/typography.ts'
import { useSettings } from '../../stores/settings.ts'

/** Size of the preview's text in CSS pixels: the usual one of the reader, whatever the reader was set to. */
const PREVIEW_SIZE = 17

/** How the preview sets an article: in the window's theme and the reader's face, at the usual size. */
export function usePreviewLook(): {
  readonly theme: ComputedRef<FrameTheme>
  readonly typography: ComputedRef<Typography>
} {
  const settings = useSettings()
  const systemIsDark = usePreferredDark()
  const theme = computed<FrameTheme>(() => {
    const chosen = settings.values.theme
    return chosen === 'system' ? (systemIsDark.value ? 'dark' : 'light') : chosen
  })
  const typography = computed<Typography>(() => ({
    face: settings.values.readingFace,
    size: PREVIEW_SIZE,
    leading: settings.values.readingLeading,
    measure: settings.values.readingMeasure,
    justify: false,
  }))
  return { theme, typography }
}
