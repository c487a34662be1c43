import type { LocalAddress } from '../css/rewrite-css.ts'

/** The candidates of a `srcset` that are here, with their sizes; null when none is. */
export function localSrcset(srcset: string, local: LocalAddress): string | null {
  const kept = candidates(srcset).flatMap(({ url, size }) => {
    const address = local(url, 'image')
    return address === null || address.startsWith('#') ? [] : [`${address}${size === '' ? '' : ` ${size}`}`]
  })
  return kept.length === 0 ? null : kept.join(', ')
}

/** A candidate: an address up to the next blank, commas at its end left out, then what stands up to the next comma. */
function candidates(srcset: string): readonly { readonly url: string; readonly size: string }[] {
  const found: { url: string; size: string }[] = []
  for (const [, raw = '', rest = ''] of srcset.matchAll(/[\s,]*([^\s]+)(?:\s+([^,]*))?/g)) {
    const url = raw.replace(/,+$/, '')
    const size = url.length < raw.length ? '' : rest.trim()
    if (url !== '') found.push({ url, size: /^\d{1,6}(?:\.\d{1,4})?[wx]$/.test(size) ? size : '' })
  }
  return found
}
