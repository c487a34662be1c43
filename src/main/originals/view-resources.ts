import { fontType } from '../../shared/font-type.ts'
import { besidePath } from '../../shared/text/beside-path.ts'
import { rewriteCss, type LocalAddress } from './css/rewrite-css.ts'
import { parseDataUrl } from './parse-data-url.ts'
import type { OriginalFile, ViewResource } from './view-resource.ts'

/** The pictures, fonts and styles that came inside a page and beside it. */
export interface ViewResources {
  /** Local addresses as the page writes them; what was kept before has its address still. */
  readonly local: LocalAddress
  readonly list: readonly ViewResource[]
}

/** What an address names, and where it lies: '' in the page, a path beside it, null where nothing lies beside. */
interface Located {
  readonly key: string
  readonly path: string | null
  readonly resource: ViewResource
}

const IMAGE = /^image\/(?:png|jpeg|jpg|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon|svg\+xml)$/
const MEDIA = /^(?:audio|video)\/[\w.+-]+$/
/** More than a page has; each costs memory. */
const MOST_RESOURCES = 5_000
/** Style sheets inside style sheets. */
const DEEPEST_STYLE = 8

/** Nothing is kept yet. Resources lie in a folder `r` beside the page, numbered. */
export function createViewResources(files: readonly OriginalFile[] = []): ViewResources {
  const list: ViewResource[] = []
  /** Numbers of what was kept; null for a style sheet that is being read, which must not hold itself. */
  const numbers = new Map<string, number | null>()
  const locate = createLocate(files)

  const numberOf = (url: string, use: 'image' | 'style', from: Place): number | null => {
    const found = locate(url, from.path)
    if (found === null) return null
    const key = `${use} ${found.key}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, null)
    const resource = list.length < MOST_RESOURCES ? read(found, use, from.depth) : null
    // A style sheet's own pictures were kept while it was read: its number comes after theirs.
    if (resource === null) numbers.delete(key)
    else numbers.set(key, list.push(resource) - 1)
    return numbers.get(key) ?? null
  }

  const read = ({ resource, path }: Located, use: 'image' | 'style', depth: number): ViewResource | null => {
    if (use === 'image') return asPassive(resource)
    if (resource.mediaType !== 'text/css' || depth >= DEEPEST_STYLE) return null
    const css = rewriteCss(new TextDecoder().decode(resource.bytes), inFolder({ path, depth: depth + 1 }))
    return { mediaType: 'text/css; charset=utf-8', bytes: new TextEncoder().encode(css) }
  }

  /** Addresses as a style sheet among the resources writes them. */
  const inFolder =
    (from: Place): LocalAddress =>
    (url, use) => {
      const number = numberOf(url, use, from)
      return number === null ? inPlace(url) : String(number)
    }

  return {
    local: (url, use) => {
      if (isKept(url, list.length)) return url
      const number = numberOf(url, use, { path: '', depth: 0 })
      return number === null ? inPlace(url) : `r/${String(number)}`
    },
    list,
  }
}

/** Where an address is written: the path of the page or style sheet, and how many style sheets lead there. */
interface Place {
  readonly path: string | null
  readonly depth: number
}

function createLocate(files: readonly OriginalFile[]): (url: string, from: string | null) => Located | null {
  const beside = new Map(files.map((file) => [besidePath(file.address) ?? file.address, file]))
  return (url, from) => {
    const data = parseDataUrl(url)
    if (data !== null) return { key: url, path: null, resource: data }
    const path = from === null ? null : besidePath(url, from)
    const file = path === null ? undefined : beside.get(path)
    return file === undefined ? null : { key: `beside ${path ?? ''}`, path, resource: file }
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
