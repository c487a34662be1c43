import { mkdirSync } from 'node:fs'
import { app, Menu, shell, type BrowserWindow } from 'electron'
import type { MenuGroup } from '../../../shared/ipc/host-contract.ts'
import { showVersions } from './dialogs.ts'
import { menuTemplate } from './menu.ts'

/** What the menu bar is made of. */
export interface MenuParts {
  readonly groups: readonly MenuGroup[]
  readonly emit: (name: string, payload: unknown) => void
  readonly window: () => BrowserWindow | null
  /** Shows a window when there is none: on a Mac the menu outlives it. */
  readonly show: () => void
}

/** Puts the menu bar up; what is chosen of the window's commands is done by the window. */
export function setMenu({ groups, emit, window, show }: MenuParts): void {
  const template = menuTemplate({
    groups,
    isMac: process.platform === 'darwin',
    devTools: !app.isPackaged,
    run: (id) => {
      if (window() === null) show()
      else emit('host.command', { id })
    },
    showVersions: () => {
      void showVersions(window(), app.getVersion())
    },
    showCrashes: () => {
      // Made with the first report; a folder that is not there opens as nothing.
      const folder = app.getPath('crashDumps')
      mkdirSync(folder, { recursive: true })
      void shell.openPath(folder)
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
