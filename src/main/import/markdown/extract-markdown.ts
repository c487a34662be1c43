import type { DraftHighlight } from '../../archive/prepared-article.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { Extracted } from '../extracted.ts'
import { markupOf } from '../html/markup-of.ts'
import { parsePage } from '../html/parse-page.ts'
import type { Markup } from '../markup.ts'
import { formatByline } from '../text/byline.ts'
import { extractPlainText } from '../text/extract-plain-text.ts'
import { captionsIn, firstImage } from './figures.ts'
import { markdownToHtml } from './markdown-to-html.ts'
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts'
import type { ExportedArticle } from './exported/exported-article.ts'
import { readExported } from './exported/read-exported.ts'
import { splitHead, statedHead } from './split-head.ts'
import { takeHighlights } from './take-highlights.ts'

/** Name of this extractor, as renditions keep it. */
export const MARKDOWN_EXTRACTOR = 'markdown'
/** Raised whenever the same source would become another rendition. */
export const MARKDOWN_EXTRACTOR_VERSION = '2'

/** What a Markdown source holds besides the article. */
export interface ExtractedMarkdown extends Extracted {
  readonly frontMatter: FrontMatter
  /** `==words==` and `<mark>` of the text. */
  readonly highlights: readonly DraftHighlight[]
  /** What the program's own export says; null for any other Markdown. */
  readonly exported: ExportedArticle | null
}

/**
 * Makes an article of a Markdown source: front matter gives facts (and wins over the text), the first `#` heading the
 * title. Raw HTML is kept as markup for the clean step to judge. Markdown nested deeper than any person writes is
 * read as plain text, with a note.
 */
export function extractMarkdown(
  source: string,
  { fileName, url }: { readonly fileName: string | null; readonly url: string | null },
): ExtractedMarkdown {
  const frontMatter = readFrontMatter(source)
  const exported = readExported(source, frontMatter)
  const parsed = parseBody(exported?.body ?? frontMatter.rest, url ?? exported?.url ?? frontMatter.url)
  if (parsed === null) return readAsText(frontMatter, fileName)
  // Marks of an export that nobody edited were the page's own.
  const { content: unmarked, highlights } =
    exported?.isUnedited === true ? { content: parsed, highlights: [] } : takeHighlights(parsed)
  const head = exported === null ? splitHead(unmarked) : statedHead(exported.facts, unmarked)
  const facts: Extracted['facts'] = {
    title: head.title,
    standfirst: null,
    byline: formatByline(head.names),
    publication: null,
    section: null,
    published: head.published,
    language: null,
    contributors: [],
    ...(exported ?? frontMatter).facts,
  }
  return {
    extractor: MARKDOWN_EXTRACTOR,
    extractorVersion: MARKDOWN_EXTRACTOR_VERSION,
    facts,
    content: head.content,
    captions: captionsIn(head.content),
    asides: [],
    leadImageUrl: firstImage(head.content),
    notes: [...(exported ?? frontMatter).notes, ...missing(facts)],
    frontMatter,
    highlights,
    exported,
  }
}

function parseBody(markdown: string, baseUrl: string | null): readonly Markup[] | null {
  const html = renderOrNull(markdown)
  const page = html === null ? null : parsePage(html)
  return page?.ok === true ? markupOf(page.value.body, { baseUrl }) : null
}

/** marked recurses: hostile nesting ends in a RangeError, everything else is a bug and goes on. */
function renderOrNull(markdown: string): string | null {
  try {
    return markdownToHtml(markdown)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function readAsText(frontMatter: FrontMatter, fileName: string | null): ExtractedMarkdown {
  const text = extractPlainText(frontMatter.rest, { fileName })
  return {
    ...text,
    facts: { ...text.facts, ...frontMatter.facts },
    notes: [...frontMatter.notes, { kind: 'text-as-is', details: { reason: 'too-deep' } }, ...text.notes],
    frontMatter,
    highlights: [],
    exported: null,
  }
}

function missing({ title, published }: Extracted['facts']): readonly ItemNote[] {
  const notes: ItemNote[] = []
  if (title === null) notes.push({ kind: 'no-title', details: {} })
  if (published === null) notes.push({ kind: 'no-date', details: {} })
  return notes
}
