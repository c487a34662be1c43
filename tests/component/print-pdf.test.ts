import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { TooltipProvider } from 'reka-ui'
import { beforeEach, describe, expect, it } from 'vitest'
import { h } from 'vue'
import { theHost, useHost } from '../../src/renderer/api.ts'
import { canRun, runCommand } from '../../src/renderer/commands/running.ts'
import { i18n } from '../../src/renderer/i18n.ts'
import { usePlace } from '../../src/renderer/stores/place.ts'
import PrintNotice from '../../src/renderer/views/export/PrintNotice.vue'
import { appError } from '../../src/shared/app-error.ts'
import type { HostRequests } from '../../src/shared/ipc/host-contract.ts'
import type { ArticleUid } from '../../src/shared/model/identity.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import { aHost } from './support/a-host.ts'

const READER = { view: 'reader', article: 'a-1' as ArticleUid, target: null, query: null } as const

function showIn(printToPdf: boolean, answer: Result<HostRequests['host.printPdf']['output']> = ok({ file: null })) {
  const host = aHost({ 'host.printPdf': () => answer })
  useHost({ ...theHost(), capabilities: { ...theHost().capabilities, printToPdf } })
  const whole = () => h(TooltipProvider, null, { default: () => h(PrintNotice) })
  return { host, shown: mount(whole, { global: { plugins: [i18n] } }) }
}

beforeEach(() => {
  setActivePinia(createPinia())
})

describe('the command that prints to PDF', () => {
  it('prints the article that is read, and says where it is', async () => {
    const { host, shown } = showIn(true, ok({ file: '/home/me/a.pdf' }))
    usePlace().go({ view: 'notes' })
    expect(canRun('printPdf')).toBe(false)
    usePlace().go(READER)
    expect(runCommand('printPdf')).toBe(true)
    // One at a time: the first is not answered yet.
    expect(runCommand('printPdf')).toBe(false)
    await flushPromises()
    expect(host.asked).toEqual([{ name: 'host.printPdf', input: { uid: 'a-1', version: null } }])
    expect(shown.text()).toContain('/home/me/a.pdf')
    await shown.find('button').trigger('click')
    expect(shown.text()).toBe('')
    shown.unmount()
  })

  it('says why it could not, and nothing when the person changed their mind', async () => {
    const failing = showIn(true, err(appError('host/pdf-not-made', { cause: 'it took too long' })))
    usePlace().go(READER)
    runCommand('printPdf')
    await flushPromises()
    expect(failing.shown.text()).toContain('The PDF was not made: it took too long.')
    failing.shown.unmount()
    const left = showIn(true)
    runCommand('printPdf')
    await flushPromises()
    expect(left.shown.text()).toBe('')
    left.shown.unmount()
  })

  it('is not there where the host cannot print', () => {
    const { shown } = showIn(false)
    usePlace().go(READER)
    expect(canRun('printPdf')).toBe(false)
    shown.unmount()
  })
})
