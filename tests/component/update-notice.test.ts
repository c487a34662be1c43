import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { beforeEach, describe, expect, it } from 'vitest'
import { h } from 'vue'
import { theHost, useHost } from '../../src/renderer/api.ts'
import { canRun, runCommand } from '../../src/renderer/commands/running.ts'
import { i18n } from '../../src/renderer/i18n.ts'
import { useSettings } from '../../src/renderer/stores/settings.ts'
import UpdateNotice from '../../src/renderer/views/updates/UpdateNotice.vue'
import { appError } from '../../src/shared/app-error.ts'
import type { FixedPackage, UpdateAnswer } from '../../src/shared/ipc/host-contract.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { aHost } from './support/a-host.ts'

function showIn(updates: boolean, answer: Result<UpdateAnswer> = ok({ status: 'left' })) {
  const host = aHost({
    'host.checkForUpdates': () => answer,
    'host.stopUpdate': () => ok({}),
    'host.saveSettings': () => ok({}),
  })
  useHost({ ...theHost(), capabilities: { ...theHost().capabilities, updates } })
  const whole = () => h(TooltipProvider, null, { default: () => h(UpdateNotice) })
  return { host, shown: mount(whole, { global: { plugins: [i18n] } }) }
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('the command that checks for updates', () => {
  it('is there only where the host can and the person has switched it on', async () => {
    const browser = showIn(false)
    await useSettings().set({ updates: true })
    expect(canRun('checkForUpdates')).toBe(false)
    browser.shown.unmount()
    const desktop = showIn(true)
    expect(canRun('checkForUpdates')).toBe(true)
    await useSettings().set({ updates: false })
    expect(canRun('checkForUpdates')).toBe(false)
    expect(runCommand('checkForUpdates')).toBe(false)
    expect(desktop.host.asked.filter(({ name }) => name === 'host.checkForUpdates')).toEqual([])
    desktop.shown.unmount()
  })

  it('says what is going on, lets a download be ended, and says how it ended until it is read', async () => {
    const { host, shown } = showIn(true, ok({ status: 'waiting', version: '2.0.0' }))
    await useSettings().set({ updates: true })
    runCommand('checkForUpdates')
    expect(canRun('checkForUpdates')).toBe(false)
    host.tell('host.updateProgress', { step: 'asking', host: 'updates.example.org' })
    host.tell('host.updateProgress', { step: 'downloading', version: '2.0.0', share: 0.4 })
    await shown.vm.$nextTick()
    expect(shown.text()).toContain('Downloading Offprint 2.0.0: 40%')
    await shown.find('button').trigger('click')
    await flushPromises()
    expect(host.asked.map(({ name }) => name)).toContain('host.stopUpdate')
    expect(shown.text()).toContain('Offprint 2.0.0 is ready')
    await shown.find('button').trigger('click')
    expect(shown.text()).toBe('')
    shown.unmount()
  })

  it.each<[string, Result<UpdateAnswer>]>([
    ['This is the newest Offprint', ok({ status: 'newest', version: '1.0.0' })],
    ['does not know whom to ask', ok({ status: 'no-feed', home: null })],
    ...(['system', 'unpacked', 'portable', 'checkout'] as const).map(
      (kind: FixedPackage): [string, Result<UpdateAnswer>] => [
        'Nothing was asked. ',
        ok({ status: 'fixed', kind, home: 'https://offprint.example/' }),
      ],
    ),
    ['updates.example.org was not reached.', err(appError('host/update-offline', { host: 'updates.example.org' }))],
  ])('says: %s', async (words, answer) => {
    const { shown } = showIn(true, answer)
    await useSettings().set({ updates: true })
    runCommand('checkForUpdates')
    await flushPromises()
    expect(shown.text()).toContain(words)
    expect(shown.text()).not.toMatch(/updates\.\w+Text/)
    shown.unmount()
  })
})
