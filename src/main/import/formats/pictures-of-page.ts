import { decodeEntities } from '../html/metadata/decode-entities.ts'

/** Tags that show a picture; read up to a length (characters), so that a tag that never ends costs nothing. */
const TAG = /<(?:img|source)\b([^<>]{1,5000})>/gi
/** Attributes that may hold a relative address; those of lazy loaders among them. */
const ADDRESS = /\s(?:src|data-src|data-original|data-lazy-src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const SET = /\s(?:data-)?srcset\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
/** An address that leads elsewhere, or holds its picture itself. */
const ELSEWHERE = /^\s*(?:[a-z][a-z\d+.-]*:|\/|#)/i

/** Pictures looked for beside one page: more is a gallery, not an article. */
const MOST = 200

/** Relative addresses of pictures in a page's bytes, as the page writes them, each once. Looked for before it is parsed. */
export function picturesOf(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(bytes)
  const found = new Set<string>()
  for (const [, attributes = ''] of text.matchAll(TAG)) {
    // A picture inside the page is as long as its tag may not be; its own address is no candidate anyway.
    for (const match of attributes.matchAll(ADDRESS)) add(found, match[1] ?? match[2] ?? match[3] ?? '')
    for (const match of attributes.matchAll(SET)) {
      for (const candidate of (match[1] ?? match[2] ?? '').split(/,\s+/))
        add(found, candidate.trim().split(/\s+/)[0] ?? '')
    }
    if (found.size >= MOST) break
  }
  return [...found]
}

function add(found: Set<string>, written: string): void {
  const address = decodeEntities(written).trim()
  if (address !== '' && !ELSEWHERE.test(address)) found.add(address)
}
