import type { AppError } from '../../shared/app-error.ts'
import { directFiles, foldersOf } from './containers/bundle.ts'
import { hostile } from './containers/check-entries.ts'
import { compressedSource } from './containers/compressed-source.ts'
import { MAX_NESTING } from './containers/limits.ts'
import { openZip, openZipBytes } from './containers/open-zip.ts'
import { zipBehindPage } from './containers/zip-behind-page.ts'
import { detect } from './detect.ts'
import { findBundle, type FoundBundle } from './find-bundle.ts'
import type { Bundle, DraftFailure, DraftOrFailure, ImportFormat, ImportSource } from './format.ts'
import { FORMATS, unknownFormat } from './formats/formats.ts'
import { lookText } from './formats/look-text.ts'
import { html } from './formats/html.ts'
import { zippedPage } from './formats/zipped-page.ts'
import type { OtherArchives } from '../archive/ports/other-archives.ts'
import { isArchive } from './other-archive/is-archive.ts'
import { readArchive, type ArchiveItem } from './other-archive/read-archive.ts'
import { isZip, OTHER_ZIP, recogniseFileType } from './recognise-file-type.ts'
import { sha256 } from './steps/sha256.ts'

/** How sources are read: as this format, or each as what it is; and how many ZIPs they lie in. */
export interface Reading {
  readonly format: ImportFormat | undefined
  readonly depth: number
  /** Opens Offprint's own archives; null = they are not read here. */
  readonly others: OtherArchives | null
  /** Opens locked ZIPs; null = none is known. Never told, stored or logged. */
  readonly password: string | null
}

/** An item of a file, of another archive, or why one could not be read. */
export type SourceItem = DraftOrFailure | ArchiveItem

/** Reads a source as what it is; a ZIP is opened, and what lies in it is read the same way. */
export async function* readSource(source: ImportSource, reading: Reading): AsyncGenerator<SourceItem> {
  const head = await source.head()
  if (!head.ok) {
    yield unread(source.path, head.error)
    return
  }
  if (reading.others !== null && isArchive(head.value)) {
    yield* readArchive(source, reading.others)
    return
  }
  const found = reading.format === undefined ? detect({ fileName: source.fileName, head: head.value }) : null
  if (found?.ok === true) {
    if (found.value === html && unpacksItself(head.value)) yield* readPackedPage(source, reading)
    else yield* found.value.read(source)
    return
  }
  const inside = canRead(reading.format, source, head.value) ? null : compressedSource(source, head.value)
  if (inside !== null) yield* readInner(inside, reading)
  else if (isZip(head.value)) yield* readZip(source, head.value, reading)
  else if (reading.format !== undefined) yield* reading.format.read(source)
  else if (found !== null) yield unread(source.path, found.error)
}

/** Whether a format that was asked for takes the source as it is: web archives are compressed record by record. */
function canRead(format: ImportFormat | undefined, { fileName }: ImportSource, head: Uint8Array): boolean {
  return format !== undefined && format.confidence({ fileName, head }) !== 'no'
}

/** Reads the one file inside of a compressed one. */
async function* readInner(source: ImportSource, reading: Reading): AsyncGenerator<SourceItem> {
  if (reading.depth >= MAX_NESTING) yield unread(source.path, tooDeep(source.path))
  else yield* readSource(source, { ...reading, depth: reading.depth + 1 })
}

function tooDeep(path: string): AppError {
  return hostile(path, `it lies in ${String(MAX_NESTING)} others`)
}

/** SingleFile marks a page that unpacks itself by an attribute of its `<html>`. */
function unpacksItself(head: Uint8Array): boolean {
  return /<html\b[^>]{0,500}\sdata-sfz[\s>=]/i.test(lookText(head).slice(0, 4000))
}

/** Reads the page that lies in the ZIP behind a page; where there is none, what is before it is the page. */
async function* readPackedPage(source: ImportSource, { password }: Reading): AsyncGenerator<DraftOrFailure> {
  const bytes = await source.bytes()
  const packed = bytes.ok ? zipBehindPage(bytes.value) : null
  if (packed === null) {
    yield* html.read(source)
    return
  }
  const opened = await openZipBytes(packed, source.path, password)
  if (!opened.ok) {
    yield unread(source.path, opened.error)
    return
  }
  await using zip = opened.value
  const found = await findBundle([zippedPage], zip.bundle)
  if (found !== undefined) yield* found.format.bundle.read(found.bundle, () => html.read(source))
  for (const { path, error } of zip.refused) yield unread(path, error)
  if (found === undefined && zip.refused.length === 0) yield* html.read(source)
}

/** Reads files that a format claims together, then what it left. */
export async function* readFound({ format, bundle, rest }: FoundBundle, reading: Reading): AsyncGenerator<SourceItem> {
  if (reading.format !== undefined && reading.format !== format) {
    yield* readFolders({ ...bundle, files: [...bundle.files, ...rest] }, reading)
    return
  }
  yield* format.bundle.read(bundle, (source) => readDraftsOf(source, reading))
  if (rest.length > 0) yield* readInside({ ...bundle, files: rest }, reading)
}

/** A file that a format reads for itself holds articles of its own, and no archive of ours. */
function readDraftsOf(source: ImportSource, { depth, password }: Reading): AsyncIterable<DraftOrFailure> {
  return draftsOnly(readSource(source, { format: undefined, depth, others: null, password }))
}

/** Without what comes from another archive. */
export async function* draftsOnly<Item extends SourceItem>(
  items: AsyncIterable<Item>,
): AsyncGenerator<Extract<Item, DraftOrFailure>> {
  for await (const item of items) {
    if (!item.ok || 'draft' in item) yield item as Extract<Item, DraftOrFailure>
  }
}

async function* readZip(source: ImportSource, head: Uint8Array, reading: Reading): AsyncGenerator<SourceItem> {
  if (reading.depth >= MAX_NESTING) {
    yield unread(source.path, tooDeep(source.path))
    return
  }
  const opened = await openZip(source, reading.password)
  if (!opened.ok) {
    yield unread(source.path, opened.error)
    return
  }
  await using zip = opened.value
  const inside = { ...reading, depth: reading.depth + 1 }
  const found = await findBundle(formatsFor(reading), zip.bundle)
  const kind = recogniseFileType(head, source.fileName)
  if (found !== undefined) yield* readFound(found, inside)
  else if (kind !== undefined && kind !== OTHER_ZIP) yield unread(source.path, unknownFormat(kind, source.fileName))
  else yield* readFolders(zip.bundle, inside)
  for (const { path, error } of zip.refused) yield unread(path, error)
}

/** Asks the formats about the bundle first, then reads file by file and folder by folder. */
async function* readInside(bundle: Bundle, reading: Reading): AsyncGenerator<SourceItem> {
  const found = await findBundle(formatsFor(reading), bundle)
  if (found === undefined) yield* readFolders(bundle, reading)
  else yield* readFound(found, reading)
}

async function* readFolders(bundle: Bundle, reading: Reading): AsyncGenerator<SourceItem> {
  for (const file of directFiles(bundle)) yield* readSource(file, reading)
  for (const folder of foldersOf(bundle)) yield* readInside(folder, reading)
}

function formatsFor({ format }: Reading): readonly ImportFormat[] {
  return format === undefined ? FORMATS : [format]
}

/** No bytes were read that could name the item; it is tried again next time anyway. */
export function unread(path: string, error: AppError): DraftFailure {
  const details = { ...error.details, path }
  const key = { sourceHash: sha256(path), key: 'unread' }
  return { ok: false, source: path, key, error: { ...error, details }, position: null }
}
