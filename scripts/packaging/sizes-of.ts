import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A part of the package and how much of it there is. */
export interface PartSize {
  readonly part: string
  readonly files: number
  readonly bytes: number
}

/** Parts by the beginning of their paths; the first that fits takes a file. */
const PARTS: readonly (readonly [part: string, path: RegExp])[] = [
  ['fonts', /^out\/renderer\/.*\.woff2$/],
  ['window', /^out\/renderer\//],
  ['core and shell', /^out\//],
  ['sample and icon', /^resources\//],
  ['SQLite', /^node_modules\/better-sqlite3\//],
  [
    'HTML parsing (linkedom, parse5, …)',
    /^node_modules\/(?:linkedom|parse5|htmlparser2|cssomnom|css-\w+|dom\w+|dom-serializer|entities|uhyphen|html-escaper|boolbase|nth-check|@mozilla)\//,
  ],
  ['PDF (pdfjs-dist)', /^node_modules\/pdfjs-dist\//],
  ['Markdown (marked, turndown, liquidjs, yaml)', /^node_modules\/(?:marked|turndown|@mixmark-io|liquidjs|yaml)\//],
  ['languages (eld, lunr, chardet)', /^node_modules\/(?:eld|lunr|lunr-languages|chardet)\//],
  ['other packages', /^node_modules\//],
  ['the rest', /^/],
]

/** How large the parts of an unpacked package are, without Electron, in the order of this list. */
export function listSizes(folder: string): readonly PartSize[] {
  const found = new Map(PARTS.map(([part]) => [part, { part, files: 0, bytes: 0 }]))
  for (const name of globSync('**/*', { cwd: folder })) {
    const status = statSync(join(folder, name))
    const [part = ''] = PARTS.find(([, path]) => path.test(name.replaceAll('\\', '/'))) ?? []
    const sum = found.get(part)
    if (!status.isFile() || sum === undefined) continue
    sum.files++
    sum.bytes += status.size
  }
  return [...found.values()].filter(({ files }) => files > 0)
}
