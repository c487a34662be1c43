import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, MenuGroup } from '../../../shared/ipc/host-contract.ts'
import { MENU_WORDS } from './words.ts'

/** What the menu does beside the window's own commands. */
export interface MenuActions {
  readonly run: (command: string) => void
  readonly showVersions: () => void
  readonly showCrashes: () => void
}

/** What the menu depends on. */
export interface MenuOptions extends MenuActions {
  readonly groups: readonly MenuGroup[]
  readonly isMac: boolean
  /** Whether the tools for developers are offered. */
  readonly devTools: boolean
}

/** The menu bar: the window's commands as the window says them, between what every program of the system has. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const { groups, isMac, devTools, showVersions, showCrashes, run } = options
  const versions: MenuItemConstructorOptions = { label: MENU_WORDS.about, click: showVersions }
  const first: MenuItemConstructorOptions = {
    label: 'Offprint',
    submenu: isMac
      ? [
          versions,
          { type: 'separator' },
          { role: 'services' },
          { type: 'separator' },
          { role: 'hide' },
          { role: 'hideOthers' },
          { role: 'unhide' },
          { type: 'separator' },
          { role: 'quit' },
        ]
      : [{ role: 'close' }, { role: 'quit' }],
  }
  const edit: MenuItemConstructorOptions = {
    label: MENU_WORDS.edit,
    submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  }
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [{ label: MENU_WORDS.crashes, click: showCrashes }, ...(isMac ? [] : [versions])],
  }
  const view: MenuItemConstructorOptions = {
    label: MENU_WORDS.view,
    submenu: [
      { role: 'togglefullscreen' },
      ...(devTools ? [{ role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  }
  const own = groups.map((group) => ({ label: escapeLabel(group.label), submenu: group.items.map(itemOf(run)) }))
  return [first, edit, ...own, view, { role: 'windowMenu' }, help]
}

function itemOf(run: MenuActions['run']) {
  return ({ id, label, keys, enabled }: MenuCommand): MenuItemConstructorOptions => {
    const accelerator = keys === null ? null : acceleratorOf(keys)
    return {
      id,
      label: escapeLabel(label),
      enabled,
      // The window hears every key first and knows where the focus is; here they are only shown.
      ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
      click: () => {
        run(id)
      },
    }
  }
}

/** `Shift+Mod+I` as Electron writes it; null for keys that a menu cannot show (single letters would be taken on a Mac). */
export function acceleratorOf(keys: string): string | null {
  const [, before = '', key = ''] = /^((?:Shift\+)?Mod\+)(\S+)$/.exec(keys) ?? []
  if (key === '' || keys.includes(' ')) return null
  return `${before.replace('Mod', 'CmdOrCtrl')}${key === '+' ? 'Plus' : key}`
}

/** An ampersand marks a letter to press on Windows and Linux. */
function escapeLabel(label: string): string {
  return label.replaceAll('&', '&&')
}
