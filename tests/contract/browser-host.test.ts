import { archivePath } from '../../src/main/places/archive-path.ts'
import { aBrowserHost, aWindow, send } from '../support/a-browser-host.ts'
import { describeHost, type HostUnderTest } from '../support/host-suite.ts'

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
