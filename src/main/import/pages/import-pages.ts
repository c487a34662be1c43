import { appError } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Analyse } from '../../archive/ports/analyse.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import { isPictureAddress } from '../clean/safe-url.ts'
import { writeReaderHtml } from '../clean/write-reader-html.ts'
import type { Draft } from '../draft.ts'
import { prepareWrittenText } from '../prepared-text.ts'
import type { extractContent, FoundContent } from '../steps/extract-content.ts'
import { keepPictures, type PictureKeeper } from '../steps/keep-pictures.ts'
import { notesThatHold } from '../steps/merge-facts.ts'
import { joinBlocks } from './join-blocks.ts'
import { joinedNotes } from './joined-notes.ts'
import { pageMarkup } from './page-markup.ts'

/** The text of an article out of all its pages. */
export type JoinedText = Pick<PreparedArticle, 'rendition' | 'analysed' | 'resources' | 'title' | 'notes'>

/**
 * Makes one text of the pages of an article, in the order given: each is read as it would be by itself, with its own
 * addresses and pictures. Facts are the first page's, and where it lacks one that of the next that has it. Errors: those of
 * reading a page; `import/empty` when one holds no text of its own.
 */
export function importPages(
  drafts: readonly Draft[],
  extract: typeof extractContent,
  analyse: Analyse,
): Result<JoinedText> {
  const pages: Page[] = []
  for (const draft of drafts) {
    const page = readPage(draft, extract)
    if (!page.ok) return page
    pages.push(page.value)
  }
  const [first] = pages
  if (first === undefined) throw new Error('an article has at least one page')
  const markup = pages.map(({ html }, index) => pageMarkup(html, index))
  const written = writeReaderHtml(joinBlocks(markup), {
    baseUrl: null,
    resourceUrl: (url) => (isPictureAddress(url) ? url : null),
  })
  const found = { stated: first.found.stated, extracted: joinFound(pages) }
  const pictures = firstPicture(pages)
  const { facts, rendition, analysed } = prepareWrittenText({ found, written, pictures }, analyse)
  const notes = joinedNotes(
    pages.map(({ draft, found: { extracted }, pictures: kept }) => ({
      notes: [...draft.notes, ...extracted.notes, ...kept.notes()],
      place: extracted.page,
    })),
  )
  return ok({
    rendition,
    analysed,
    resources: resourcesOf(pages),
    title: facts.title,
    notes: notesThatHold(notes, facts),
  })
}

interface Page {
  readonly draft: Draft
  readonly found: FoundContent
  readonly pictures: PictureKeeper
  readonly html: ReturnType<typeof writeReaderHtml>['html']
}

function readPage(draft: Draft, extract: typeof extractContent): Result<Page> {
  const { content, files } = draft
  if (content.kind === 'none' || content.kind === 'epub' || content.kind === 'pdf') {
    return err(appError('import/empty', {}))
  }
  const found = extract(draft, content)
  if (!found.ok) return found
  const { extracted, url } = found.value
  const pictures = keepPictures(files, url)
  const { html } = writeReaderHtml(extracted.content, { baseUrl: url, resourceUrl: pictures.resourceUrl })
  return ok({ draft, found: found.value, pictures, html })
}

function joinFound(pages: readonly Page[]): FoundContent['extracted'] {
  const [first, ...others] = pages.map(({ found }) => found.extracted)
  if (first === undefined) throw new Error('an article has at least one page')
  const all = [first, ...others]
  const facts = { ...first.facts }
  for (const { facts: more } of others) Object.assign(facts, lacking(facts, more))
  return {
    ...first,
    facts,
    captions: unique(all.flatMap(({ captions }) => captions)),
    asides: unique(all.flatMap(({ asides }) => asides)),
    leadImageUrl: all.find(({ leadImageUrl }) => leadImageUrl !== null)?.leadImageUrl ?? null,
  }
}

/** Of another page’s facts those that are not known yet. */
function lacking<Facts extends object>(known: Facts, more: Facts): Partial<Facts> {
  const absent = Object.entries(more).filter(([name, value]) => value !== null && isAbsent(known[name as keyof Facts]))
  return Object.fromEntries(absent) as Partial<Facts>
}

function isAbsent(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0)
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

function firstPicture(pages: readonly Page[]): Pick<PictureKeeper, 'blobOf' | 'first'> {
  const first = <Found>(find: (keeper: PictureKeeper) => Found | null): Found | null => {
    for (const { pictures } of pages) {
      const found = find(pictures)
      if (found !== null) return found
    }
    return null
  }
  return { blobOf: (url) => first((keeper) => keeper.blobOf(url)), first: () => first((keeper) => keeper.first()) }
}

/** Files of two pages may lie under one address beside each; what is named by its own bytes is kept once. */
function resourcesOf(pages: readonly Page[]): PreparedArticle['resources'] {
  const all = pages.flatMap(({ pictures }, index) =>
    pictures.resources().map((resource) => {
      const { url } = resource
      return index === 0 || url.startsWith('data:')
        ? resource
        : { ...resource, url: `page:${String(index + 1)}:${url}` }
    }),
  )
  return [...new Map(all.map((resource) => [resource.url, resource])).values()]
}
