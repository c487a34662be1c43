import { fontType } from '../../shared/font-type.ts'
import { parseDataUrl } from './parse-data-url.ts'
import type { ViewResource } from './view-resource.ts'
import { rewriteCss, type LocalAddress } from './css/rewrite-css.ts'

/** The pictures, fonts and styles that came inside a page. */
export interface ViewResources {
  /** Local addresses as the page writes them; what was kept before has its address still. */
  readonly local: LocalAddress
  readonly list: readonly ViewResource[]
}

const IMAGE = /^image\/(?:png|jpeg|jpg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)$/
const MEDIA = /^(?:audio|video)\/[\w.+-]+$/
/** More than a page has; each costs memory. */
const MOST_RESOURCES = 5_000
/** Style sheets inside style sheets. */
const DEEPEST_STYLE = 8

/** Nothing is kept yet. Resources lie in a folder `r` beside the page, numbered. */
export function createViewResources(): ViewResources {
  const list: ViewResource[] = []
  const numbers = new Map<string, number>()

  const numberOf = (url: string, use: 'image' | 'style', depth: number): number | null => {
    const key = `${use} ${url}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const resource = list.length < MOST_RESOURCES ? read(url, use, depth) : null
    if (resource === null) return null
    // A style sheet's own pictures were kept while it was read: its number comes after theirs.
    const number = list.push(resource) - 1
    numbers.set(key, number)
    return number
  }

  const read = (url: string, use: 'image' | 'style', depth: number): ViewResource | null => {
    const data = parseDataUrl(url)
    if (data === null) return null
    if (use === 'image') return asPassive(data)
    if (data.mediaType !== 'text/css' || depth >= DEEPEST_STYLE) return null
    const css = rewriteCss(new TextDecoder().decode(data.bytes), inFolder(depth + 1))
    return { mediaType: 'text/css; charset=utf-8', bytes: new TextEncoder().encode(css) }
  }

  /** Addresses as a style sheet among the resources writes them. */
  const inFolder =
    (depth: number): LocalAddress =>
    (url, use) => {
      const number = numberOf(url, use, depth)
      return number === null ? inPlace(url) : String(number)
    }

  return {
    local: (url, use) => {
      if (isKept(url, list.length)) return url
      const number = numberOf(url, use, 0)
      return number === null ? inPlace(url) : `r/${String(number)}`
    },
    list,
  }
}

/** What names a part of the same page loads nothing. */
function inPlace(url: string): string | null {
  return /^#[\w.:-]*$/.test(url) ? url : null
}

function isKept(url: string, count: number): boolean {
  const number = /^r\/(\d{1,6})$/.exec(url)?.[1]
  return number !== undefined && Number(number) < count
}

function asPassive({ mediaType, bytes }: ViewResource): ViewResource | null {
  if (IMAGE.test(mediaType) || MEDIA.test(mediaType)) return { mediaType, bytes }
  const font = fontType(bytes)
  return font === null ? null : { mediaType: font, bytes }
}
