import { mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useHost, theHost } from '../../src/renderer/api.ts'
import { provideCommands } from '../../src/renderer/commands/running.ts'
import { i18n } from '../../src/renderer/i18n.ts'
import { useNativeMenu } from '../../src/renderer/views/use-native-menu.ts'
import type { MenuGroup } from '../../src/shared/ipc/host-contract.ts'
import { ok } from '../../src/shared/result.ts'
import { aHost } from './support/a-host.ts'

let mounted: VueWrapper | null = null
afterEach(() => {
  mounted?.unmount()
})

function aWindow(nativeMenus: boolean, search: () => void) {
  const host = aHost({ 'host.setMenu': () => ok({}) })
  useHost({ ...theHost(), capabilities: { ...theHost().capabilities, nativeMenus } })
  const pinia = createPinia()
  setActivePinia(pinia)
  const window = defineComponent(() => {
    provideCommands({ search })
    useNativeMenu()
    return () => h('div')
  })
  mounted = mount(window, { global: { plugins: [pinia, i18n] } })
  return host
}

describe('the native menu', () => {
  it('is THE list of commands with its words, says what can be done, and does what is chosen', async () => {
    const search = vi.fn()
    const host = aWindow(true, search)
    await expect.poll(() => host.asked.map(({ name }) => name)).toEqual(['host.setMenu'])
    const { groups } = host.asked[0]?.input as { groups: readonly MenuGroup[] }
    const items = groups.flatMap((group) => group.items)
    expect(items).toContainEqual({ id: 'search', label: 'Search', keys: 'Mod+F', enabled: true })
    expect(items).toContainEqual({ id: 'goLibrary', label: 'Go to Library', keys: 'G L', enabled: false })
    host.tell('host.command', { id: 'search' })
    host.tell('host.command', { id: 'constructor' })
    expect(search).toHaveBeenCalledTimes(1)
  })

  it('is not made where the host has none', async () => {
    const host = aWindow(false, () => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(host.asked).toEqual([])
  })
})
