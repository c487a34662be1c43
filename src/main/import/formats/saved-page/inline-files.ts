import type { DraftFile } from '../../draft.ts'
import { decodeEntities } from '../../html/metadata/decode-entities.ts'

const TAG = /<(?:img|source|link|image|video|input|body|table|td)\b[^<>]{1,20000}>/gi
const ADDRESS = /(\s(?:src|href|xlink:href|poster|background)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
const STYLE = /(<style\b[^<>]*>)([^]*?)(<\/style\s*>)/gi
const STYLE_ADDRESS =
  /(@import\s+)["']([^"'\n]{1,2000})["']|url\(\s*(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^"'()\s]{1,2000}))\s*\)/gi
/** Style sheets inside style sheets. */
const DEEPEST = 4

/**
 * A page that shows its files out of itself: addresses of pictures, styles and fonts that came with it become `data:`
 * URLs. `url` is where the page was; null leaves addresses as they are written.
 */
export function inlineFiles(html: string, files: readonly DraftFile[], url: string | null): string {
  const byAddress = new Map(files.map((file) => [file.address, file]))
  const made = new Map<string, string>()
  const dataUrl = (written: string, base: string | null, depth: number): string | null => {
    const absolute = URL.parse(written, base ?? undefined)?.href
    const file = byAddress.get(written) ?? (absolute === undefined ? undefined : byAddress.get(absolute))
    if (file === undefined || depth > DEEPEST) return null
    const known = made.get(file.address)
    if (known !== undefined) return known
    const bytes = file.mediaType === 'text/css' ? styleOf(file, depth) : file.bytes
    const data = `data:${file.mediaType};base64,${Buffer.from(bytes).toString('base64')}`
    made.set(file.address, data)
    return data
  }
  const styleOf = (file: DraftFile, depth: number): Uint8Array => {
    const base = /^https?:/i.test(file.address) ? file.address : url
    return Buffer.from(inStyle(new TextDecoder().decode(file.bytes), base, depth + 1))
  }
  const inStyle = (css: string, base: string | null, depth: number): string =>
    css.replace(STYLE_ADDRESS, (whole: string, before?: string, ...rest: readonly (string | undefined)[]) => {
      const [imported, double, single, plain] = rest
      const data = dataUrl((imported ?? double ?? single ?? plain ?? '').trim(), base, depth)
      return data === null ? whole : `${before ?? ''}url("${data}")`
    })
  return html
    .replace(STYLE, (_, open: string, css: string, close: string) => `${open}${inStyle(css, url, 0)}${close}`)
    .replace(TAG, (tag: string) =>
      tag.replace(ADDRESS, (whole: string, name: string, ...values: readonly (string | undefined)[]) => {
        const [double, single, plain] = values
        const data = dataUrl(decodeEntities(double ?? single ?? plain ?? '').trim(), url, 0)
        return data === null ? whole : `${name}"${data}"`
      }),
    )
}
