import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a program of Electron says which fuses are blown (`@electron/fuses`). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES = 9

/** What lies below the fuses of a program as Electron delivers it: these are on. */
const AS_DELIVERED = '101100010'

/**
 * A folder that looks to electron-builder like Electron for Linux. Its program only says what it was started with; it
 * shows that the application is packed as it should be, not that it starts.
 */
export function stubElectron(folder: string, version: string): string {
  const write = (name: string, content: string | Uint8Array): void => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const program = `#!/bin/sh\nprintf '%s\\n' "$@"\nexit 0\n`
  const fuses = Buffer.from([1, FUSES, ...Buffer.from(AS_DELIVERED)])
  write('electron', Buffer.concat([Buffer.from(program + SENTINEL), fuses, Buffer.alloc(64)]))
  write('chrome-sandbox', '#!/bin/sh\n')
  write('version', version)
  write('LICENSE', 'The licence of Electron')
  write('LICENSES.chromium.html', '<p>The licences of Chromium</p>')
  for (const language of ['en-US', 'de', 'uk']) write(`locales/${language}.pak`, '')
  mkdirSync(join(folder, 'resources'))
  for (const name of ['electron', 'chrome-sandbox']) chmodSync(join(folder, name), 0o755)
  return folder
}
