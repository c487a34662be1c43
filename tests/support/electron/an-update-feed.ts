import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempDir } from '../temp-dir.ts'

/** A server with updates, and an AppImage that would ask it. */
export interface UpdateFeed {
  /** What makes the fake reach the server, and the program believe that it runs from an AppImage. */
  readonly environment: NodeJS.ProcessEnv
  /** The AppImage that runs. */
  readonly appImage: string
  /** What was asked for, with what was said. */
  readonly asked: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[]
  /** What the server answers by path; a text that begins with `https:` sends elsewhere. */
  readonly files: Map<string, string | Buffer>
  /** Names a version and its file in the feed; `sha512` other than its own for one that is not what the feed says. */
  readonly offer: (version: string, file: Buffer, sha512?: string) => void
}

const ORIGIN = 'https://updates.example.org'

/** Starts a server on the loopback address; ended when the running test ends. */
export async function anUpdateFeed(config = `provider: generic\nurl: ${ORIGIN}/offprint\n`): Promise<UpdateFeed> {
  const files = new Map<string, string | Buffer>()
  const asked: { path: string; headers: IncomingHttpHeaders }[] = []
  const server = createServer(({ url = '', headers }, response) => {
    const path = new URL(url, ORIGIN).pathname
    asked.push({ path, headers })
    const file = files.get(path)
    if (file === undefined) response.writeHead(404).end()
    else if (typeof file === 'string' && file.startsWith('https:')) response.writeHead(302, { location: file }).end()
    else response.writeHead(200, { 'content-length': Buffer.byteLength(file) }).end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const folder = tempDir()
  const appImage = join(folder, 'Offprint.AppImage')
  writeFileSync(appImage, '#!/bin/sh\necho old\n')
  chmodSync(appImage, 0o755)
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'resources/app-update.yml'), `${config}updaterCacheDirName: offprint-updater\n`)
  const { port } = server.address() as AddressInfo
  return {
    environment: {
      APPIMAGE: appImage,
      FAKE_ELECTRON_RESOURCES: join(folder, 'resources'),
      FAKE_ELECTRON_NET: `${ORIGIN} http://127.0.0.1:${String(port)}`,
    },
    ...{ appImage, asked, files },
    offer: (version, file, sha512 = createHash('sha512').update(file).digest('base64')) => {
      const name = `offprint-${version}-linux-x86_64.AppImage`
      const entry = `  - url: ${name}\n    sha512: ${sha512}\n    size: ${String(file.length)}\n`
      const feed = `version: ${version}\nfiles:\n${entry}path: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-25'\n`
      files.set('/offprint/latest-linux.yml', feed)
      files.set(`/offprint/${name}`, file)
    },
  }
}
