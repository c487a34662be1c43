import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../src')

/** Ways to reach a network from Node or a page. */
const WAYS_OUT =
  /\bfetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport)\s*\(|from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)'/

/** Files that may name one, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'main/import/sources/read-pipe.ts': 'a Socket reads a pipe that is open already; it connects to nothing',
  'main/hosts/browser/server.ts': 'listens on the loopback address and connects to nothing',
  'main/hosts/browser/web-request.ts': 'names types of the server',
  'main/hosts/browser/pipe.ts': 'names types of the server',
  'main/hosts/browser/uploads.ts': 'names types of the server',
  'main/hosts/browser/read-parcel.ts': 'names types of the server',
  'main/import/formats/pdf/pdf-files.ts': 'a method of that name, by which pdf.js asks for a file that lies with it',
  'renderer/pipe/browser-pipe.ts': 'to where the window came from; its policy allows nothing else',
  'renderer/reader/pdf/pdf-files.ts':
    'fonts and character maps among the window’s own files; its policy allows nothing else',
  'renderer/pipe/send-parcel.ts': 'to where the window came from; its policy allows nothing else',
}

describe('The sources', () => {
  it('name no way to a network', () => {
    const files = globSync('**/*.{ts,vue}', { cwd: root })
    expect(files.length).toBeGreaterThan(100)
    const found = files.filter((file) => WAYS_OUT.test(readFileSync(join(root, file), 'utf8')))
    expect(found.filter((file) => ALLOWED[file] === undefined)).toEqual([])
  })
})
