import { isJsonList, type Json, type JsonObject } from '../../shared/json.ts'
import type { ListSort, SortDirection } from '../../shared/model/search.ts'

/** Themes to choose from; `system` follows the system's light or dark. */
export const THEMES = ['light', 'dark', 'sepia', 'system'] as const
/** One of the themes to choose from. */
export type ThemeChoice = (typeof THEMES)[number]
/** How much of an article a row of the list shows. */
export const DENSITIES = ['compact', 'comfortable', 'lines'] as const
/** One of the densities. */
export type Density = (typeof DENSITIES)[number]
/** Faces for reading; names of the fonts are in the reader's style sheet. */
export const READING_FACES = ['literata', 'source-serif', 'inter', 'atkinson'] as const
/** One of the faces. */
export type ReadingFace = (typeof READING_FACES)[number]

/** The least and the most a size can be. */
export interface Range {
  readonly least: number
  readonly most: number
}

/** Widths of the sidebar, CSS pixels. */
export const SIDEBAR_WIDTHS: Range = { least: 200, most: 320 }
/** Widths of the list of articles, CSS pixels. */
export const LIST_WIDTHS: Range = { least: 320, most: 560 }
/** Sizes of reading text, CSS pixels. */
export const READING_SIZES: Range = { least: 14, most: 28 }
/** Line heights of reading text, as factors of its size. */
export const READING_LEADINGS: Range = { least: 1.3, most: 2.2 }
/** Longest lines of reading text, `ch`. */
export const READING_MEASURES: Range = { least: 45, most: 90 }

/** Queries that are remembered. */
const MOST_RECENT = 10

/** The remembered queries with one more; the same query moves to the front. */
export function withRecent(recent: readonly string[], query: string): readonly string[] {
  const kept = query.trim()
  return kept === '' ? recent : [kept, ...recent.filter((one) => one !== kept)].slice(0, MOST_RECENT)
}

/** Everything the interface remembers; sizes in CSS pixels. */
export interface Settings {
  readonly theme: ThemeChoice
  readonly density: Density
  readonly sort: ListSort
  readonly direction: SortDirection
  /** Whether keys without a modifier do something. */
  readonly singleKeys: boolean
  readonly sidebarShown: boolean
  readonly sidebarWidth: number
  readonly listWidth: number
  /** Uids of the collections whose children are shown. */
  readonly openCollections: readonly string[]
  readonly readingFace: ReadingFace
  readonly readingSize: number
  /** Line height as a factor of the size. */
  readonly readingLeading: number
  /** Longest line in `ch`. */
  readonly readingMeasure: number
  readonly readingJustified: boolean
  readonly marginNotes: boolean
  /** Whether the command that looks for updates is there; where the host can, and it asks nothing by itself. */
  readonly updates: boolean
  /** Queries searched for lately, the newest first. */
  readonly recentQueries: readonly string[]
}

/** What is so until a person changes it. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  sort: 'added',
  direction: 'down',
  singleKeys: true,
  sidebarShown: true,
  sidebarWidth: 232,
  listWidth: 404,
  openCollections: [],
  readingFace: 'literata',
  readingSize: 17,
  readingLeading: 1.62,
  readingMeasure: 66,
  readingJustified: false,
  marginNotes: true,
  updates: false,
  recentQueries: [],
}

/** Settings from what was saved: what is missing, of another type or out of range takes its default. */
export function readSettings(saved: JsonObject): Settings {
  const usual = DEFAULT_SETTINGS
  return {
    theme: oneOf(saved['theme'], THEMES, usual.theme),
    density: oneOf(saved['density'], DENSITIES, usual.density),
    sort: oneOf(saved['sort'], ['added', 'published', 'title'], usual.sort),
    direction: oneOf(saved['direction'], ['down', 'up'], usual.direction),
    singleKeys: flag(saved['singleKeys'], usual.singleKeys),
    sidebarShown: flag(saved['sidebarShown'], usual.sidebarShown),
    sidebarWidth: between(saved['sidebarWidth'], SIDEBAR_WIDTHS, usual.sidebarWidth),
    listWidth: between(saved['listWidth'], LIST_WIDTHS, usual.listWidth),
    openCollections: strings(saved['openCollections'], usual.openCollections),
    readingFace: oneOf(saved['readingFace'], READING_FACES, usual.readingFace),
    readingSize: between(saved['readingSize'], READING_SIZES, usual.readingSize),
    readingLeading: between(saved['readingLeading'], READING_LEADINGS, usual.readingLeading),
    readingMeasure: between(saved['readingMeasure'], READING_MEASURES, usual.readingMeasure),
    readingJustified: flag(saved['readingJustified'], usual.readingJustified),
    marginNotes: flag(saved['marginNotes'], usual.marginNotes),
    updates: flag(saved['updates'], usual.updates),
    recentQueries: strings(saved['recentQueries'], usual.recentQueries).slice(0, MOST_RECENT),
  }
}

function oneOf<Value extends string>(saved: Json | undefined, values: readonly Value[], usual: Value): Value {
  return values.find((value) => value === saved) ?? usual
}

function between(saved: Json | undefined, { least, most }: Range, usual: number): number {
  return typeof saved === 'number' ? Math.min(most, Math.max(least, saved)) : usual
}

function flag(saved: Json | undefined, usual: boolean): boolean {
  return typeof saved === 'boolean' ? saved : usual
}

function strings(saved: Json | undefined, usual: readonly string[]): readonly string[] {
  return saved !== undefined && isJsonList(saved) ? saved.filter((one) => typeof one === 'string') : usual
}
