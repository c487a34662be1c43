import type { Json } from '../../../shared/json.ts'
import type { WindowAsset, WindowAssets } from './window-assets.ts'

/** Themes that are chosen for themselves, and the browser's colours that go with each until styles are there. */
const COLOUR_SCHEMES: ReadonlyMap<string, string> = new Map([
  ['light', 'light'],
  ['sepia', 'light'],
  ['dark', 'dark'],
])

const PAGE = '/index.html'

/**
 * The window's files, its page with the chosen theme already on it: the first picture is drawn before any script has
 * run, and a dark window must not begin with a white one. A theme that follows the system needs nothing written.
 */
export function withTheme(assets: WindowAssets, chosen: () => Json | undefined): WindowAssets {
  const page = assets.get(PAGE)
  if (page === undefined) return assets
  const themed: WindowAsset = {
    mediaType: page.mediaType,
    fixed: page.fixed,
    get bytes() {
      return writeTheme(page.bytes, chosen())
    },
  }
  return new Map([...assets, [PAGE, themed]])
}

/** Only names of the list get into the page, whatever a settings file holds. */
function writeTheme(page: Uint8Array, theme: Json | undefined): Uint8Array {
  const scheme = typeof theme === 'string' ? COLOUR_SCHEMES.get(theme) : undefined
  if (typeof theme !== 'string' || scheme === undefined) return page
  const html = new TextDecoder()
    .decode(page)
    .replace('<html', `<html data-theme="${theme}"`)
    .replace('content="light dark"', `content="${scheme}"`)
  return new TextEncoder().encode(html)
}
