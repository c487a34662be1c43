import { join } from 'node:path'
import { describeHost, type HostUnderTest } from '../support/host-suite.ts'
import { anElectronApp } from '../support/electron/an-electron-app.ts'
import { tempDir } from '../support/temp-dir.ts'

async function start(home = tempDir()): Promise<HostUnderTest> {
  const app = await anElectronApp({ home })
  // The person says yes to every link.
  await app.order({ do: 'answer-dialog', answer: { response: 1 } })
  return {
    client: app.client,
    file: join(home, 'Documents/Offprint/Archive.offprint'),
    get: async (address, headers = {}) => {
      const { body, ...answer } = await app.fetch(address, { headers })
      return { ...answer, body: Buffer.from(body).toString() }
    },
    openedOutside: async () =>
      (await app.log()).filter(({ what }) => what === 'openExternal').map(({ details }) => String(details)),
    close: async () => {
      await app.order({ do: 'close-window' }).catch(() => null)
      await app.ended
    },
    again: () => start(home),
  }
}

describeHost('the desktop application', () => start())
