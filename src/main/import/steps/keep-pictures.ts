import type { Sha256 } from '../../../shared/model/identity.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import { BESIDE } from '../../../shared/text/beside-path.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import type { DraftFile } from '../draft.ts'
import { packBlob } from './pack-blob.ts'
import { parseDataUrl } from './parse-data-url.ts'

/** What the clean step asks for pictures, and what came of it. */
export interface PictureKeeper {
  /** The local address of a picture by its URL, or null when it is not in the archive. */
  readonly resourceUrl: (url: string) => string | null
  /** The blob that a URL became, or null. */
  readonly blobOf: (url: string | null) => Sha256 | null
  /** The first picture of the text that is no mere icon: what stands for an article that names none. */
  readonly first: () => Sha256 | null
  /** What the text shows, and everything else that came beside the page, which its original shows. */
  readonly resources: () => PreparedArticle['resources']
  /** One note on all pictures that are missing. */
  readonly notes: () => readonly ItemNote[]
}

/** URLs that the note on missing pictures names; their number is whole. */
const URLS_NAMED = 5

/** Smaller pictures (bytes) are logos, icons and rules. */
const LEAST_LEAD = 3000

/**
 * Keeps the pictures that came with a page (`data:` URLs, files beside it) as blobs. Nothing is fetched: pictures
 * elsewhere are missing, and said to be, until the page is captured. `pageUrl` is what addresses are relative to once
 * the article is taken from its page.
 */
export function keepPictures(files: readonly DraftFile[] = [], pageUrl: string | null = null): PictureKeeper {
  const beside = new Map(
    files.filter(isPicture).flatMap((file) => addressesOf(file, pageUrl).map((address) => [address, file])),
  )
  const kept = new Map<string, PreparedArticle['resources'][number]>()
  const missing = new Set<string>()

  const keep = (url: string): PreparedArticle['resources'][number] | null => {
    const known = kept.get(url)
    if (known !== undefined) return known
    const file = beside.get(url)
    const picture = file ?? (url.startsWith('data:') ? parseDataUrl(url) : null)
    if (picture === null) {
      missing.add(url.startsWith('data:') ? url.slice(0, 64) : url)
      return null
    }
    const blob = packBlob(picture.bytes, picture.mediaType)
    // A `data:` URL is as long as its picture; what it is kept under only has to be its own.
    const name = file === undefined ? `data:${blob.mediaType},${blob.sha256}` : nameOf(file)
    const resource = { url: name, blob }
    kept.set(url, resource)
    return resource
  }
  return {
    resourceUrl: (url) => {
      const resource = keep(url)
      return resource === null ? null : `/blob/${resource.blob.sha256}`
    },
    blobOf: (url) =>
      url !== null && (url.startsWith('data:') || beside.has(url)) ? (keep(url)?.blob.sha256 ?? null) : null,
    first: () => [...kept.values()].find(({ blob }) => blob.size >= LEAST_LEAD)?.blob.sha256 ?? null,
    resources: () => {
      const shown = new Map([...kept.values()].map((resource) => [resource.url, resource]))
      const others = files.filter((file) => !shown.has(nameOf(file)))
      return [
        ...shown.values(),
        ...others.map((file) => ({ url: nameOf(file), blob: packBlob(file.bytes, file.mediaType) })),
      ]
    },
    notes: () => {
      if (missing.size === 0) return []
      return [{ kind: 'missing-image', details: { count: missing.size, urls: [...missing].slice(0, URLS_NAMED) } }]
    },
  }
}

function nameOf({ address }: DraftFile): string {
  return `${BESIDE}${address}`
}

/** A drawing (SVG) is a document, which the reader does not show. */
function isPicture({ mediaType }: DraftFile): boolean {
  return mediaType.startsWith('image/') && mediaType !== 'image/svg+xml'
}

/** As the page writes it, and as it reads once made absolute. */
function addressesOf({ address }: DraftFile, pageUrl: string | null): readonly string[] {
  const absolute = pageUrl === null ? null : URL.parse(address, pageUrl)
  return absolute === null ? [address] : [address, absolute.href]
}
