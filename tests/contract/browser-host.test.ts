import { describe, expect, it } from 'vitest'
import type { ArticleLink } from '../../src/shared/ipc/host-contract.ts'
import type { AnnotationUid, ArticleUid } from '../../src/shared/model/identity.ts'
import { archivePath } from '../../src/main/places/archive-path.ts'
import { aBrowserHost, aWindow, send } from '../support/a-browser-host.ts'
import { describeHost, type HostUnderTest } from '../support/host-suite.ts'
import { errorOf, valueOf } from '../support/value-of.ts'

async function start(file?: string): Promise<HostUnderTest> {
  const served = await aBrowserHost(undefined, file)
  const { client } = await aWindow(served)
  return {
    client,
    file: served.file,
    get: (address, headers = {}) => send(served, pathOf(address, served.origin), { headers }),
    openedOutside: () => Promise.resolve(served.openedOutside),
    close: () => served.host.close(),
    // The command line is what looks up the archive of the last time.
    again: () => start(archivePath(undefined)),
  }
}

/** The address as it is asked for: `..` in it stays. */
function pathOf(address: string, origin: string): string {
  return address.startsWith(origin) ? address.slice(origin.length) : address
}

describeHost('the browser host', () => start())

describe('a link of an article given to the browser host', () => {
  it('waits for the first window, and is told to the windows that are there', async () => {
    const served = await aBrowserHost()
    const link: ArticleLink = { uid: 'a' as ArticleUid, annotation: 'm' as AnnotationUid }
    served.host.openLink(link)
    const { client } = await aWindow(served)
    const told: ArticleLink[] = []
    client.on('host.openArticle', (next) => told.push(next))
    expect(valueOf(await client.request('host.takeLink', {}))).toEqual(link)
    served.host.openLink({ ...link, annotation: null })
    await expect.poll(() => told).toEqual([{ ...link, annotation: null }])
  })
})

describe('what the browser host cannot do', () => {
  it('is not offered, and refused with words when it is asked for all the same', async () => {
    const { client } = await aWindow(await aBrowserHost())
    expect(valueOf(await client.request('host.capabilities', {}))).toMatchObject({
      ...{ nativeMenus: false, fileDialogs: false, printToPdf: false, dragFiles: false, updates: false },
    })
    const refused = errorOf(await client.request('host.printPdf', { uid: 'a' as ArticleUid, version: null }))
    expect(refused.code).toBe('host/no-pdf')
    const note = { kind: 'note', title: 'a', text: 'b' } as const
    expect(errorOf(await client.request('host.dragOut', note)).code).toBe('host/no-drag-out')
    valueOf(await client.request('host.saveSettings', { settings: { updates: true } }))
    expect(errorOf(await client.request('host.checkForUpdates', {})).code).toBe('host/no-updates')
  })
})
