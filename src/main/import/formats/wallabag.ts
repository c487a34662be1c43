import type { JsonObject } from '../../../shared/json.ts'
import type { DraftHighlight } from '../../archive/prepared-article.ts'
import { openHighlights, type LocateHighlight } from '../highlights/locate-highlight.ts'
import { cutNames, flagField, listField, namesField, objectsField, textField } from '../json/json-fields.ts'
import { aHighlight } from './saved/a-highlight.ts'
import { articleContent } from './saved/html-content.ts'
import { jsonFormat } from './saved/json-format.ts'
import { isPlaceholderTitle } from './saved/placeholder-title.ts'
import { NOTHING_SAVED, type SavedItem } from './saved/saved-item.ts'

/** wallabag's JSON, of version 1 (columns named and numbered) and of version 2 (with tags as a list and annotations). */
export const wallabag = jsonFormat({
  id: 'wallabag',
  service: 'wallabag',
  isOwn: ({ root, names }) => root === 'list' && (isSecond(names) || isFirst(names)),
  member: '',
  itemOf,
})

function isSecond(names: ReadonlySet<string>): boolean {
  return ['url', 'is_archived', 'is_starred'].every((name) => names.has(name))
}

/** The content stands before most other columns and may be longer than what is seen. */
function isFirst(names: ReadonlySet<string>): boolean {
  return ['0', '1', '2', '3', '4', '5'].every((name) => names.has(name))
}

/** What wallabag writes in place of an article that it could not get: an error page is no article. */
const NO_CONTENT = /wallabag can['’]t retrieve contents|Oh, what a shame, no content/i
/** An error page is short; an article that speaks of wallabag is not. */
const LONGEST_ERROR = 1000

const KNOWN = new Set(
  'id,uid,title,url,is_archived,archived_at,is_read,is_starred,starred_at,is_fav,content,created_at,updated_at,published_at,published_by,annotations,mimetype,language,reading_time,domain_name,preview_picture,http_status,headers,is_not_parsed,tags,user_id,0,1,2,3,4,5,6'.split(
    ',',
  ),
)

function itemOf(entry: JsonObject): SavedItem {
  const title = textField(entry, 'title')
  const html = textField(entry, 'content')
  const isMissing = html !== null && html.length < LONGEST_ERROR && NO_CONTENT.test(html)
  const language = textField(entry, 'language')
  return {
    ...NOTHING_SAVED,
    id: textField(entry, 'id'),
    url: textField(entry, 'url') ?? textField(entry, 'given_url'),
    title: title === null || isPlaceholderTitle(title) ? null : title,
    author: listField(entry, 'published_by').length === 0 ? null : namesField(entry, 'published_by').join(', ') || null,
    published: textField(entry, 'published_at'),
    language: language === null ? null : language.replace('_', '-'),
    added: textField(entry, 'created_at'),
    state: flagField(entry, 'is_archived') || flagField(entry, 'is_read') ? 'read' : 'unread',
    starred: flagField(entry, 'is_starred') || flagField(entry, 'is_fav'),
    tags: [...namesField(entry, 'tags'), ...cutNames(typeof entry['tags'] === 'string' ? entry['tags'] : null, ',')],
    highlights: highlightsOf(entry, html),
    content: isMissing ? { kind: 'none' } : articleContent(html),
    notes: isMissing ? [{ kind: 'no-article-found', details: {} }] : [],
    unknown: Object.fromEntries(Object.entries(entry).filter(([name]) => !KNOWN.has(name))),
  }
}

function highlightsOf(entry: JsonObject, html: string | null): readonly DraftHighlight[] {
  const annotations = objectsField(entry, 'annotations')
  const locate = openHighlights(annotations.length === 0 ? '' : (html ?? ''))
  return annotations.flatMap((annotation) => highlightOf(annotation, locate))
}

/** Places are XPaths from the article's container with offsets in code units, as its script in the page counts. */
function highlightOf(annotation: JsonObject, locate: LocateHighlight): readonly DraftHighlight[] {
  const [range] = objectsField(annotation, 'ranges')
  const offset = (name: string): number => Number((range && textField(range, name)) ?? Number.NaN)
  const place = {
    kind: 'xpath',
    start: (range && textField(range, 'start')) ?? '',
    startOffset: offset('startOffset'),
    end: (range && textField(range, 'end')) ?? '',
    endOffset: offset('endOffset'),
    unit: 'utf16',
  } as const
  const found = locate({ quote: textField(annotation, 'quote'), place: range === undefined ? null : place })
  return aHighlight({
    quote: found?.exact ?? null,
    prefix: found?.prefix ?? '',
    suffix: found?.suffix ?? '',
    note: textField(annotation, 'text'),
    created: textField(annotation, 'created_at'),
  })
}
