import { describe, expect, it } from 'vitest'
import { acceleratorOf, menuTemplate } from '../../../../src/main/hosts/electron/menu.ts'
import { COMMANDS } from '../../../../src/renderer/commands/command-list.ts'

const nothing = (): void => undefined
const menuOn = (isMac: boolean, devTools = false) =>
  menuTemplate({ groups: [], isMac, devTools, run: nothing, showVersions: nothing, showCrashes: nothing })

describe('the menu bar', () => {
  it('shows keys as Electron writes them, and none that would be taken from the page', () => {
    expect(['Mod+F', 'Shift+Mod+I', 'Mod++', 'Mod+\\', 'Mod+,'].map(acceleratorOf)).toEqual([
      'CmdOrCtrl+F',
      'Shift+CmdOrCtrl+I',
      'CmdOrCtrl+Plus',
      'CmdOrCtrl+\\',
      'CmdOrCtrl+,',
    ])
    for (const keys of ['S', 'G L', 'Backspace', 'Escape', 'F7', 'Shift+F6', '?'])
      expect(acceleratorOf(keys)).toBeNull()
  })

  it('can hold every command of the window, as the guard of the host bounds it', () => {
    expect(COMMANDS.length).toBeLessThan(100)
  })

  it('has what each system expects: its own menu on a Mac, versions under Help elsewhere', () => {
    const [first] = menuOn(true)
    expect(JSON.stringify(first)).toContain('"services"')
    expect(JSON.stringify(menuOn(true).at(-1))).not.toContain('About')
    expect(JSON.stringify(menuOn(false).at(-1))).toContain('About')
    expect(JSON.stringify(menuOn(false))).not.toContain('toggleDevTools')
    expect(JSON.stringify(menuOn(false, true))).toContain('toggleDevTools')
  })
})
