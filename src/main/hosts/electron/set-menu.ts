import { app, Menu, shell, type BrowserWindow } from 'electron'
import type { MenuGroup } from '../../../shared/ipc/host-contract.ts'
import { showVersions } from './dialogs.ts'
import { menuTemplate } from './menu.ts'

/** What the menu bar is made of. */
export interface MenuParts {
  readonly groups: readonly MenuGroup[]
  readonly emit: (name: string, payload: unknown) => void
  readonly window: () => BrowserWindow | null
}

/** Puts the menu bar up; what is chosen of the window's commands is done by the window. */
export function setMenu({ groups, emit, window }: MenuParts): void {
  const template = menuTemplate({
    groups,
    isMac: process.platform === 'darwin',
    devTools: !app.isPackaged,
    run: (id) => {
      emit('host.command', { id })
    },
    showVersions: () => {
      const over = window()
      if (over !== null) void showVersions(over, app.getVersion())
    },
    showCrashes: () => {
      void shell.openPath(app.getPath('crashDumps'))
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
