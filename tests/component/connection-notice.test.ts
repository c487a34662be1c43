import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { i18n } from '../../src/renderer/i18n.ts'
import ConnectionNotice from '../../src/renderer/views/ConnectionNotice.vue'
import { aHost } from './support/a-host.ts'

it('a window whose program is gone says so until it is back', async () => {
  const host = aHost({})
  const shown = mount(ConnectionNotice, { global: { plugins: [i18n] } })
  expect(shown.text()).toBe('')
  host.tell('host.connection', { status: 'lost' })
  await flushPromises()
  expect(shown.get('[role=alert]').text()).toContain('The connection to the archive was lost')
  host.tell('host.connection', { status: 'back' })
  await flushPromises()
  expect(shown.text()).toBe('')
})
