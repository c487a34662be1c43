/** Addresses that something written in HTML or CSS shows, and those of its style sheets, as they are written. */
export interface StyleAddresses {
  readonly shown: readonly string[]
  readonly styles: readonly string[]
}

const IMPORT = /@import\s+(?:url\(\s*)?["']?([^"')\s;]{1,1000})/gi
const URL_FUNCTION = /url\(\s*(?:"([^"\n]{1,1000})"|'([^'\n]{1,1000})'|([^"'()\s]{1,1000}))\s*\)/gi

/**
 * What a style sheet loads. Looked for, not parsed: what is written in a way nobody writes is not found, and is then not
 * shown. What may be loaded is decided when the original is made harmless.
 */
export function addressesInStyle(css: string): StyleAddresses {
  const styles = [...css.matchAll(IMPORT)].map(([, address = '']) => address)
  const others = css.replace(IMPORT, '')
  const shown = [...others.matchAll(URL_FUNCTION)].map(([, double, single, bare]) => double ?? single ?? bare ?? '')
  return { shown: shown.filter((address) => !/^\s*(?:data:|#)/i.test(address)), styles }
}
