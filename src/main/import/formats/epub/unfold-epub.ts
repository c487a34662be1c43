import { appError, Failure } from '../../../../shared/app-error.ts'
import type { ArticleFacts } from '../../../../shared/model/rendition.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import type { DraftHighlight } from '../../../archive/prepared-article.ts'
import { openZipBytes } from '../../containers/open-zip.ts'
import { decode } from '../../encoding/decode.ts'
import type { Draft, DraftFile } from '../../draft.ts'
import type { BundleFile } from '../../format.ts'
import { keepFiles, MOST_BYTES } from '../saved-page/keep-files.ts'
import { statedFacts } from '../stated-facts.ts'
import { readXml } from '../../xml/read-xml.ts'
import { calibreHighlights, readCalibreAnnotation, readCalibreBookmarks } from './calibre-highlights.ts'
import { chapterHtml } from './chapter-html.ts'
import { readContents } from './read-contents.ts'
import { readPackage, type BookPackage, type PackageItem } from './read-package.ts'

/** A book as one article. */
export interface UnfoldedBook {
  readonly html: string
  readonly files: readonly DraftFile[]
  readonly facts: Partial<ArticleFacts>
  readonly notes: Draft['notes']
  readonly url: string | null
  readonly tags: readonly string[]
  readonly highlights: readonly DraftHighlight[]
}

/** Text of one book in bytes; the longest novels have 4 MiB. */
const MOST_TEXT = 64 * 1024 * 1024

/**
 * Reads an EPUB (2 and 3): its chapters in the order of the spine as one HTML, with pictures, facts, and the highlights that
 * Calibre left in it. Errors: `import/malformed`, `import/encrypted`, those of `openZip`.
 */
export async function unfoldEpub(bytes: Uint8Array, path: string): Promise<Result<UnfoldedBook>> {
  const opened = await openZipBytes(bytes, path)
  if (!opened.ok) return opened
  await using zip = opened.value
  const files = new Map(zip.bundle.files.map((file) => [file.name, file]))
  for (const { path: name } of zip.refused) files.delete(name)
  try {
    if (await isLocked(files.get('META-INF/encryption.xml')))
      return err(appError('import/encrypted', { path, lock: 'by the shop that it comes from' }))
    const packagePath = await findPackage(files)
    const packageFile = packagePath === null ? undefined : files.get(packagePath)
    if (packagePath === null || packageFile === undefined) {
      return err(appError('import/malformed', { path, reason: 'the book does not say where its contents are' }))
    }
    const book = await readPackage(await bytesOf(packageFile), packagePath.replace(/[^/]*$/, ''))
    return ok(await readBook(book, files))
  } catch (error) {
    if (error instanceof Failure) return err(error.appError)
    throw error
  }
}

type BookFiles = ReadonlyMap<string, BundleFile>

async function readBook(book: BookPackage, files: BookFiles): Promise<UnfoldedBook> {
  const chapters = await readChapters(book, files)
  const names = await chapterNames(book, files)
  const html = chapters.map((chapter) => sectionOf(chapter, names.get(chapter.path) ?? null, chapters))
  const pictures = await picturesOf(book, files)
  const { facts, notes } = factsOf(book)
  const bookmarks = files.get('META-INF/calibre_bookmarks.txt')
  const entries = [
    ...(bookmarks === undefined ? [] : readCalibreBookmarks(new TextDecoder().decode(await bytesOf(bookmarks)))),
    ...book.annotations.flatMap(readCalibreAnnotation),
  ]
  const source = book.source?.trim() ?? ''
  return {
    html: `<title></title>${coverOf(book, html)}${html.join('\n')}`,
    files: pictures,
    facts,
    notes,
    url: /^https?:\/\/\S+$/i.test(source) ? source : null,
    tags: [...new Set(book.subjects)],
    highlights: calibreHighlights(entries, (index) => chapters.find(({ spine }) => spine === index)?.xhtml ?? null),
  }
}

interface Chapter {
  readonly path: string
  /** Place in the spine, from 0. */
  readonly spine: number
  readonly mediaType: string
  readonly xhtml: string
}

async function readChapters(book: BookPackage, files: BookFiles): Promise<readonly Chapter[]> {
  const chapters: Chapter[] = []
  const met = new Set<string>()
  let size = 0
  for (const [spine, id] of book.spine.entries()) {
    const item = readable(book.items, id)
    const file = item === null ? undefined : files.get(item.path)
    if (item === null || file === undefined || met.has(item.path)) continue
    met.add(item.path)
    if (item.mediaType.startsWith('image/') && item.mediaType !== 'image/svg+xml') {
      chapters.push({ path: item.path, spine, mediaType: item.mediaType, xhtml: '' })
      continue
    }
    const bytes = await bytesOf(file)
    size += bytes.length
    if (size > MOST_TEXT) throw new Failure(appError('import/too-large', { path: file.path, size, limit: MOST_TEXT }))
    const xhtml = decode(bytes, { declared: null, kind: 'html' }).text
    chapters.push({ path: item.path, spine, mediaType: item.mediaType, xhtml })
  }
  return chapters
}

/** What of an item and its fallbacks can be read; a chain of them may lead back to its beginning. */
function readable(items: BookPackage['items'], id: string): PackageItem | null {
  const met = new Set<string>()
  for (let item = items.get(id); item !== undefined && !met.has(item.id); item = items.get(item.fallback ?? '')) {
    met.add(item.id)
    if (/^application\/xhtml\+xml$|^text\/html$|^image\/(?:svg\+xml|jpeg|png|gif|webp)$|dtbook/.test(item.mediaType)) {
      return item
    }
  }
  return null
}

function sectionOf(chapter: Chapter, name: string | null, chapters: readonly Chapter[]): string {
  const numbers = new Map(chapters.map(({ path }, index) => [path, index + 1]))
  const number = String(numbers.get(chapter.path) ?? 0)
  const isDrawing = chapter.mediaType.startsWith('image/')
  const body = isDrawing
    ? `<img src="${encodeURI(chapter.path)}" alt="">${drawnText(chapter.xhtml)}`
    : chapterHtml(chapter.xhtml, { path: chapter.path, numbers })
  // A chapter without a heading has the name that the table of contents gives it.
  const heading = name === null || isDrawing || /<h[1-6]\b/i.test(body) ? '' : `<h2>${escaped(name)}</h2>`
  return `<section id="c${number}">${heading}${body}</section>`
}

/** What a page that is a drawing says. */
function drawnText(svg: string): string {
  return [...svg.matchAll(/<(text|title|desc)\b[^<>]*>([^]*?)<\/\1\s*>/gi)]
    .map(([, , text = '']) => `<p>${text.replace(/<[^>]*>/g, ' ')}</p>`)
    .join('')
}

async function chapterNames(book: BookPackage, files: BookFiles): Promise<ReadonlyMap<string, string>> {
  const items = [...book.items.values()]
  const contents = items.find(({ properties }) => properties.includes('nav')) ?? book.items.get(book.ncx ?? '')
  const file = contents === undefined ? undefined : files.get(contents.path)
  if (contents === undefined || file === undefined) return new Map()
  return readContents(await bytesOf(file), contents.path.replace(/[^/]*$/, ''))
}

async function picturesOf(book: BookPackage, files: BookFiles): Promise<readonly DraftFile[]> {
  const found: { addresses: readonly string[]; mediaType: string; bytes: () => Uint8Array }[] = []
  const met = new Set<string>()
  let room = MOST_BYTES
  for (const { path, mediaType } of book.items.values()) {
    const file = mediaType.startsWith('image/') ? files.get(path) : undefined
    // The list may name one picture many times, or more than is kept: that is not unpacked.
    if (file === undefined || met.has(path) || (file.size ?? 0) > room) continue
    met.add(path)
    const read = await file.bytes()
    if (!read.ok) continue
    room -= read.value.length
    found.push({ addresses: [...new Set([path, encodeURI(path)])], mediaType, bytes: () => read.value })
  }
  return keepFiles(found, null)
}

/** The cover stands first, unless a page of the book shows it. */
function coverOf(book: BookPackage, html: readonly string[]): string {
  const cover =
    [...book.items.values()].find(({ properties }) => properties.includes('cover-image')) ??
    book.items.get(book.cover ?? '')
  if (cover?.mediaType.startsWith('image/') !== true) return ''
  const address = encodeURI(cover.path)
  return html.some((section) => section.includes(`src="${address}"`)) ? '' : `<p><img src="${address}" alt=""></p>`
}

function factsOf(book: BookPackage): Pick<UnfoldedBook, 'facts' | 'notes'> {
  const authors = book.creators.filter(({ role }) => role === null || role === 'aut')
  const named = authors.length > 0 ? authors : book.creators
  const { facts, notes } = statedFacts({
    title: book.title,
    byline: named.length === 0 ? null : named.map(({ name }) => name).join(', '),
    publication: book.publisher,
    published: book.date,
    language: book.language,
  })
  const others = [...book.creators.filter((one) => !named.includes(one)), ...book.contributors]
  // Programs enter themselves as those who made the book (`bkp`).
  const contributors = others.filter(({ role }) => role !== 'bkp').map(({ name }) => name)
  return {
    facts: {
      ...facts,
      ...(book.subtitle === null ? {} : { standfirst: book.subtitle }),
      ...(contributors.length === 0 ? {} : { contributors }),
    },
    notes,
  }
}

async function findPackage(files: BookFiles): Promise<string | null> {
  const container = files.get('META-INF/container.xml')
  const byName = [...files.keys()].find((name) => /\.opf$/i.test(name)) ?? null
  if (container === undefined) return byName
  try {
    for await (const event of readXml(container.stream(), { path: container.path })) {
      if (event.kind !== 'open' || event.element.local !== 'rootfile') continue
      const type = event.element.attributes.get('media-type') ?? 'application/oebps-package+xml'
      const path = event.element.attributes.get('full-path')
      if (path !== undefined && type === 'application/oebps-package+xml') return path.replace(/^\.?\/+/, '')
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return byName
}

/** Fonts are scrambled so that nobody takes them out of the book; a book whose text is encrypted belongs to its shop. */
async function isLocked(encryption: BundleFile | undefined): Promise<boolean> {
  if (encryption === undefined) return false
  const text = new TextDecoder().decode(await bytesOf(encryption))
  return [...text.matchAll(/<(?:\w+:)?EncryptedData\b[^]*?<\/(?:\w+:)?EncryptedData>/g)].some(
    ([data]) =>
      !/obfuscation|ns\.adobe\.com\/pdf\/enc#RC/i.test(data) &&
      /URI\s*=\s*["'][^"']+\.(?:x?html?|opf|ncx)["']/i.test(data),
  )
}

async function bytesOf(file: BundleFile): Promise<Uint8Array> {
  const read = await file.bytes()
  if (!read.ok) throw new Failure(read.error)
  return read.value
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
