import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../src/renderer/i18n.ts'
import { useSafekeeping } from '../../src/renderer/stores/safekeeping.ts'
import NothingToRead from '../../src/renderer/views/reader/NothingToRead.vue'
import { appError, type AppError } from '../../src/shared/app-error.ts'
import { aHost } from './support/a-host.ts'

/** In place of a text: why there is none. */
function shown(error: AppError) {
  const pinia = createPinia()
  setActivePinia(pinia)
  return mount(NothingToRead, { props: { article: null, error }, global: { plugins: [i18n, pinia] } })
}

describe('in place of a text that cannot be read', () => {
  it('stands a way to have the archive verified when it is damaged; what is found is shown where it can be copied', async () => {
    const host = aHost({})
    const view = shown(appError('storage/damaged', { what: 'a text' }))
    await view
      .findAll('button')
      .find((button) => button.text() === 'Verify')
      ?.trigger('click')
    await flushPromises()
    expect(useSafekeeping().isOpen).toBe(true)
    expect(host.asked).toContainEqual({ name: 'job.start', input: { kind: 'archive.verify', input: {} } })
  })

  it('stands no such way when something else is wrong', () => {
    aHost({})
    const view = shown(appError('internal', { incident: 'abc' }))
    expect(view.findAll('button').map((button) => button.text())).toEqual(['Try again'])
  })
})
