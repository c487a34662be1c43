import { provideCommands } from '../commands/running.ts'
import { usePalette } from '../stores/palette.ts'
import { usePlace } from '../stores/place.ts'
import type { Place } from '../stores/window-place.ts'
import type { Scope } from '../stores/scope.ts'
import { useSettings } from '../stores/settings.ts'
import type { ThemeChoice } from '../stores/settings-values.ts'
import { useUndo } from '../stores/undo.ts'
import { useWindowDialogs } from '../stores/window-dialogs.ts'
import { movePane } from './move-pane.ts'

/** What works wherever the window is. */
export function useWindowCommands(): void {
  const place = usePlace()
  const settings = useSettings()
  const undo = useUndo()
  const palette = usePalette()
  const dialogs = useWindowDialogs()
  const goTo = (there: Place) => (): void => place.go(there)
  const goToScope = (kind: Exclude<Scope['kind'], 'collection' | 'tag'>) => goTo({ view: 'library', scope: { kind } })
  const useTheme = (theme: ThemeChoice) => (): void => void settings.set({ theme })

  provideCommands({
    goLibrary: goToScope('all'),
    goUnread: goToScope('unread'),
    goStarred: goToScope('starred'),
    goNotes: goTo({ view: 'notes' }),
    goTrash: goTo({ view: 'trash' }),
    import: goTo({ view: 'import' }),
    back: { run: place.back, can: () => place.canBack },
    forward: { run: place.forward, can: () => place.canForward },
    // Here and not in the dialogs, whose files may come after the first key.
    palette: palette.open,
    settings: dialogs.openSettings,
    keyboard: dialogs.openKeyboard,
    undo: () => void undo.undoNewest(),
    nextPane: () => movePane(1),
    previousPane: () => movePane(-1),
    themeLight: useTheme('light'),
    themeSepia: useTheme('sepia'),
    themeDark: useTheme('dark'),
    themeSystem: useTheme('system'),
  })
}
