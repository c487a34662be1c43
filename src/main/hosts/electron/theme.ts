import { nativeTheme } from 'electron'
import type { JsonObject } from '../../../shared/json.ts'
import { readState } from '../../places/state-file.ts'

/** Gives menus, dialogs and the window's frame the theme that was chosen; answers what keeps on following it. */
export function followTheme(): (settings: JsonObject) => void {
  const follow = (settings: JsonObject): void => {
    nativeTheme.themeSource = themeOf(settings)
  }
  follow(readState().settings ?? {})
  return follow
}

/** The system knows light and dark; sepia is a light one. */
export function themeOf({ theme }: JsonObject): 'light' | 'dark' | 'system' {
  if (theme === 'sepia') return 'light'
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
