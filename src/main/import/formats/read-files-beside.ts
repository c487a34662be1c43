import { besidePath } from '../../../shared/text/beside-path.ts'
import type { DraftFile } from '../draft.ts'
import type { ImportSource } from '../format.ts'
import { addressesInPage } from './addresses-in-page.ts'
import { addressesInStyle } from './addresses-in-style.ts'

/** Bytes that one page may bring along; what goes beyond stays missing. */
const MOST_BYTES = 64 * 1024 * 1024
/** Files asked for beside one page, those of its style sheets among them. */
const MOST_FILES = 600

/** A file still to be looked for. */
interface Wanted {
  readonly address: string
  readonly use: 'shown' | 'style'
}

/**
 * Takes what a page shows from beside it, as far as it is there, one after the other: its pictures first, which are part of
 * the article, then its style sheets, and what those name.
 */
export async function readFilesBeside(source: ImportSource, page: Uint8Array): Promise<readonly DraftFile[]> {
  if (source.fileBeside === undefined) return []
  const { shown, styles } = addressesInPage(page)
  const wanted = [...shown.map(asShown), ...styles.map(asStyle)]
  const asked = new Set<string>()
  const files: DraftFile[] = []
  let bytes = 0
  for (let next = wanted.shift(); next !== undefined && asked.size < MOST_FILES; next = wanted.shift()) {
    const { address, use } = next
    if (asked.has(`${use} ${address}`)) continue
    asked.add(`${use} ${address}`)
    const file = await source.fileBeside(address, use)
    if (file === null || bytes + file.bytes.length > MOST_BYTES) continue
    bytes += file.bytes.length
    files.push({ address, ...file })
    if (use === 'style') wanted.push(...namedIn(address, file.bytes))
  }
  return files
}

/** What a style sheet names, by its path from the page on. */
function namedIn(style: string, bytes: Uint8Array): readonly Wanted[] {
  const from = besidePath(style) ?? ''
  const { shown, styles } = addressesInStyle(new TextDecoder().decode(bytes))
  const paths = (addresses: readonly string[]): readonly string[] =>
    addresses.flatMap((address) => besidePath(address, from)?.split('/').map(encodeURIComponent).join('/') ?? [])
  return [...paths(shown).map(asShown), ...paths(styles).map(asStyle)]
}

function asShown(address: string): Wanted {
  return { address, use: 'shown' }
}

function asStyle(address: string): Wanted {
  return { address, use: 'style' }
}
