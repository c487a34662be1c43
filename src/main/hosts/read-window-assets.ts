import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { WindowAsset, WindowAssets } from '../ipc/router/window-assets.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  // What PDFs take for granted: pdf.js reads them as bytes.
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
}

/** A name that changes with the content, as the build gives it. */
const HASHED = /-[\w-]{8}\.\w+$/

/** Lists the built window's files with their content read when first asked for; files of other kinds are not served. */
export function readWindowAssets(folder: string): WindowAssets {
  const assets = new Map<string, WindowAsset>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const mediaType = MEDIA_TYPES[extname(name)]
    if (mediaType !== undefined) assets.set(`/${name.replaceAll(sep, '/')}`, assetOf(join(folder, name), mediaType))
  }
  return assets
}

function assetOf(path: string, mediaType: string): WindowAsset {
  let bytes: Uint8Array | undefined
  return {
    mediaType,
    fixed: !HASHED.test(path),
    get bytes() {
      bytes ??= readFileSync(path)
      return bytes
    },
  }
}
