import type { Json, JsonObject } from '../../../shared/json.ts'
import type { DraftHighlight } from '../../archive/prepared-article.ts'
import type { DraftContent } from '../draft.ts'
import type { Bundle, BundleFile, DraftOrFailure, ImportFormat, ReadFile } from '../format.ts'
import { openHighlights, type LocateHighlight } from '../highlights/locate-highlight.ts'
import { lookAtJson } from '../json/json-look.ts'
import { flagField, namesField, objectsField, textField } from '../json/json-fields.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { draftOfSaved } from './saved/draft-of-saved.ts'
import { readContentFile } from './saved/read-content-file.ts'
import { readDocument } from './saved/read-document.ts'
import { readText } from './saved/read-text.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

const NAMES = { format: 'readeck', service: 'readeck' } as const
const INFO = /^info\.json$/i

/** Readeck's export: a folder a bookmark, with `info.json`, the article's HTML and its pictures. */
export const readeck: ImportFormat = {
  id: NAMES.format,
  confidence: (look) => (isInfo(look) ? 'certain' : 'no'),
  read: async function* (source) {
    yield* readBookmark(
      { path: source.path, fileName: null, container: null, files: [{ ...source, name: 'info.json' }] },
      () => nothing(),
    )
  },
  restoreContent: (original): DraftContent =>
    original.mediaType === 'text/html'
      ? { kind: 'article', bytes: original.bytes, declaredEncoding: null }
      : { kind: 'none' },
  bundle: { sign: INFO, claim, read: readBookmark },
}

// eslint-disable-next-line @typescript-eslint/require-await -- there are no files to read
async function* nothing(): AsyncGenerator<DraftOrFailure> {
  yield* []
}

/** Go writes its fields as they are named in the program; the API in lower case. */
function isInfo(look: { readonly fileName: string | null; readonly head: Uint8Array }): boolean {
  const names = new Set([...(lookAtJson(look)?.names ?? [])].map((name) => bare(name)))
  return ['url', 'title', 'labels', 'isarchived'].every((name) => names.has(name))
}

function bare(name: string): string {
  return name.toLowerCase().replaceAll('_', '')
}

async function claim({ files }: Bundle): Promise<readonly BundleFile[]> {
  const info = files.find(({ name }) => INFO.test(name))
  const head = await info?.head()
  if (info === undefined || head?.ok !== true || !isInfo({ fileName: 'info.json', head: head.value })) return []
  const page = pageOf(files)
  return files.filter((file) => file === info || file === page || RESOURCE.test(file.name))
}

/** The article's page: of several the one that lies where Readeck puts it. */
function pageOf(files: readonly BundleFile[]): BundleFile | undefined {
  return PAGES.map((page) => files.find(({ name }) => page.test(name))).find((file) => file !== undefined)
}

async function* readBookmark({ files }: Bundle, readFile: ReadFile): AsyncGenerator<DraftOrFailure> {
  const file = files.find(({ name }) => INFO.test(name))
  if (file === undefined) return
  const info = await readDocument(file)
  if (!info.ok) {
    yield info
    return
  }
  const content = pageOf(files)
  const html = content === undefined ? null : await readText(content)
  const item = itemOf(lowered(info.value), html)
  const original = { bytes: new TextEncoder().encode(JSON.stringify(info.value)), mediaType: 'application/json' }
  if (content !== undefined) yield* readContentFile(item, content, NAMES, readFile)
  else yield draftOfSaved(item, { ...NAMES, path: file.path, fileName: file.fileName, original, position: null })
}

/** Where the article's HTML may lie; the exact layout changed with versions. */
const PAGES = [/^(?:index|content|article)\.html?$/i, /\/(?:index|content|article)\.html?$/i, /\.html?$/i]

/** What a page shows beside its text; anything else in the folder is read by itself. */
const RESOURCE = /(?:^|\/)_?resources\/|\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico|css|js|woff2?|ttf|otf|mp[34]|webm)$/i

function lowered(info: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(info).map(([name, value]): [string, Json] => [bare(name), value]))
}

function itemOf(info: JsonObject, html: string | null): SavedItem {
  const progress = Number(textField(info, 'readprogress') ?? 0)
  const isRead = flagField(info, 'isarchived') || progress >= 100
  const annotations = objectsField(info, 'annotations')
  const locate = openHighlights(annotations.length === 0 ? '' : (html ?? ''))
  return {
    ...NOTHING_SAVED,
    id: textField(info, 'uid') ?? textField(info, 'id'),
    url: textField(info, 'url'),
    title: textField(info, 'title'),
    author: namesField(info, 'authors').join(', ') || null,
    publication: textField(info, 'sitename') ?? textField(info, 'site'),
    published: textField(info, 'published'),
    language: textField(info, 'lang'),
    description: textField(info, 'description'),
    added: textField(info, 'created'),
    state: isRead ? 'read' : progress > 0 ? 'reading' : 'unread',
    starred: flagField(info, 'ismarked'),
    tags: namesField(info, 'labels'),
    highlights: annotations.flatMap((one) => highlightOf(one, locate)),
  }
}

/** Places are XPaths from the article's body with offsets in code points, as Go counts; the words are kept beside. */
function highlightOf(annotation: JsonObject, locate: LocateHighlight): readonly DraftHighlight[] {
  const offset = (name: string): number => Number(textField(annotation, name) ?? Number.NaN)
  const place = {
    kind: 'xpath',
    start: textField(annotation, 'start_selector') ?? '',
    startOffset: offset('start_offset'),
    end: textField(annotation, 'end_selector') ?? '',
    endOffset: offset('end_offset'),
    unit: 'code-points',
  } as const
  const found = locate({ quote: textField(annotation, 'text'), place })
  return aHighlight({
    quote: found?.exact ?? null,
    prefix: found?.prefix ?? '',
    suffix: found?.suffix ?? '',
    note: textField(annotation, 'note'),
    color: textField(annotation, 'color'),
    created: textField(annotation, 'created'),
  })
}
