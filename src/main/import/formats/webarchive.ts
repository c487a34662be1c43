import { appError } from '../../../shared/app-error.ts'
import type { Draft, DraftContent } from '../draft.ts'
import type { DraftOrFailure, ImportFormat, ImportSource } from '../format.ts'
import { readBinaryPlist, type PlistValue } from './binary-plist.ts'
import { lookText } from './look-text.ts'
import { draftOfFile } from './draft-of-file.ts'
import { readWhole, wholeFailure } from './read-whole.ts'
import { joinFrames, type PageBytes } from './saved-page/join-frames.ts'
import { keepFiles } from './saved-page/keep-files.ts'

/** Safari's web archive: a property list of the page, its resources, and archives of its frames. */
export const webarchive: ImportFormat = {
  id: 'webarchive',
  confidence: ({ fileName, head }) => {
    const start = lookText(head)
    const names = /\.webarchive$/i.test(fileName ?? '') || start.includes('WebMainResource')
    return start.startsWith('bplist00') && names ? 'certain' : 'no'
  },
  read: (source) => readWhole(source, (bytes) => [readPage(source, bytes)]),
  restoreContent: ({ bytes }) => contentOf(readArchive(bytes)),
}

function readPage(source: ImportSource, bytes: Uint8Array): DraftOrFailure {
  const archive = readArchive(bytes)
  if (archive === null) {
    const reason = 'it is no web archive of Safari, or was not saved completely'
    return wholeFailure(source, bytes, appError('import/malformed', { reason }))
  }
  return {
    ok: true,
    position: null,
    draft: {
      ...draftOfFile(source, bytes, { id: webarchive.id, mediaType: 'application/x-webarchive' }),
      ...pageIn(archive),
    },
  }
}

/** The page in an archive of Safari, with its files; null for what is none. */
export function webarchivePage(bytes: Uint8Array): Pick<Draft, 'content' | 'files' | 'url'> | null {
  const archive = readArchive(bytes)
  return archive === null ? null : pageIn(archive)
}

function pageIn(archive: Archive): Pick<Draft, 'content' | 'files' | 'url'> {
  const { main, resources } = archive
  const files = resources.map(({ url, mediaType, data }) => ({ addresses: [url], mediaType, bytes: () => data }))
  return {
    content: contentOf(archive),
    files: keepFiles(files, main.url),
    url: /^https?:/i.test(main.url) ? main.url : null,
  }
}

interface Resource {
  readonly url: string
  readonly mediaType: string
  readonly encoding: string | null
  readonly data: Uint8Array
}

interface Archive {
  readonly main: Resource
  readonly resources: readonly Resource[]
  readonly frames: readonly Archive[]
}

function readArchive(bytes: Uint8Array): Archive | null {
  return archiveOf(readBinaryPlist(bytes))
}

function archiveOf(value: PlistValue | undefined): Archive | null {
  if (!(value instanceof Map)) return null
  const archive: ReadonlyMap<string, PlistValue> = value
  const main = resourceOf(archive.get('WebMainResource'))
  if (main === null) return null
  return {
    main,
    resources: listOf(archive.get('WebSubresources')).flatMap((entry) => resourceOf(entry) ?? []),
    frames: listOf(archive.get('WebSubframeArchives')).flatMap((entry) => archiveOf(entry) ?? []),
  }
}

function resourceOf(value: PlistValue | undefined): Resource | null {
  if (!(value instanceof Map)) return null
  const resource: ReadonlyMap<string, PlistValue> = value
  const data = resource.get('WebResourceData')
  const url = resource.get('WebResourceURL')
  const mediaType = resource.get('WebResourceMIMEType')
  const encoding = resource.get('WebResourceTextEncodingName')
  if (!(data instanceof Uint8Array) || typeof url !== 'string') return null
  return {
    url,
    mediaType: typeof mediaType === 'string' ? mediaType : '',
    encoding: typeof encoding === 'string' ? encoding : null,
    data,
  }
}

function listOf(value: PlistValue | undefined): readonly PlistValue[] {
  return Array.isArray(value) ? (value as readonly PlistValue[]) : []
}

function contentOf(archive: Archive | null): DraftContent {
  if (archive === null) return { kind: 'none' }
  const { main, frames } = archive
  if (main.mediaType === 'text/plain') return { kind: 'text', ...pageOf(main) }
  const frameOf = (address: string): PageBytes | null => {
    const url = URL.parse(address, main.url)?.href ?? address
    const frame = frames.find((one) => one.main.url === url)
    return frame === undefined ? null : pageOf(frame.main)
  }
  return { kind: 'html', ...joinFrames(pageOf(main), frameOf) }
}

function pageOf({ data, encoding }: Resource): PageBytes {
  return { bytes: data, declaredEncoding: encoding }
}
