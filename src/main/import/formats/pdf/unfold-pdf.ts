import type { ArticleFacts } from '../../../../shared/model/rendition.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import type { Draft } from '../../draft.ts'
import { openPdf, type PdfDocument } from './open-pdf.ts'
import { segmentsOf, type Segment } from './page-segments.ts'
import { paragraphsOf, type PagedColumn, type PdfBlock } from './paragraphs.ts'
import { pdfFacts } from './pdf-facts.ts'
import { readingOrder } from './reading-order.ts'
import { dropRunningLines } from './running-lines.ts'

/** A PDF as one article. */
export interface UnfoldedPdf {
  /** null: no page holds text that can be read (a scan). */
  readonly html: string | null
  readonly facts: Partial<ArticleFacts>
  readonly notes: Draft['notes']
  readonly url: string | null
}

/** Texts named in the note on what was left out. */
const NAMED = 10

/**
 * Reads the text of a PDF in reading order: columns, paragraphs over lines and pages, headings by their size; what runs along
 * the edges of its pages is left out and told. Errors: `import/encrypted`, `import/malformed`.
 */
export async function unfoldPdf(bytes: Uint8Array, path: string): Promise<Result<UnfoldedPdf>> {
  const opened = await openPdf(bytes, path)
  if (!opened.ok) return opened
  const document = opened.value
  try {
    const pages = await readPages(document)
    const stated = await factsOf(document)
    const empty = pages.filter((page) => page.length === 0).length
    const scanned: Draft['notes'] =
      empty === 0 ? [] : [{ kind: 'pages-without-text', details: { count: empty, of: pages.length } }]
    if (empty === pages.length) return ok({ ...stated, html: null, url: null, notes: [...stated.notes, ...scanned] })
    const { pages: kept, dropped } = dropRunningLines(pages.map((segments) => ({ segments })))
    const columns: PagedColumn[] = kept.flatMap(({ segments }, index) =>
      readingOrder(segments).map((lines) => ({ page: index + 1, lines })),
    )
    const blocks = paragraphsOf(columns)
    const title = stated.facts.title ?? titleIn(blocks)
    const removed = dropped.slice(0, NAMED).map((text) => ({ reason: 'repeated on its pages', text }))
    return ok({
      html: htmlOf(blocks, title),
      facts: { ...stated.facts, ...(title === null ? {} : { title }) },
      notes: [
        ...stated.notes,
        ...scanned,
        ...(removed.length === 0 ? [] : [{ kind: 'removed' as const, details: { parts: removed } }]),
      ],
      url: dropped.find((text) => /^https?:\/\/\S+$/.test(text) && !text.includes('…')) ?? null,
    })
  } finally {
    await document.loadingTask.destroy()
  }
}

async function readPages(document: PdfDocument): Promise<readonly (readonly Segment[])[]> {
  const pages: (readonly Segment[])[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: false })
    const pieces = items.flatMap((item) =>
      'str' in item
        ? [
            {
              text: item.str,
              width: item.width,
              transform: item.transform.filter((value) => typeof value === 'number'),
            },
          ]
        : [],
    )
    pages.push(segmentsOf(pieces).filter(({ text }) => text !== ''))
    page.cleanup()
  }
  return pages
}

async function factsOf(document: PdfDocument): Promise<Pick<UnfoldedPdf, 'facts' | 'notes'>> {
  const { info, metadata } = await document.getMetadata()
  // A document without XMP has no metadata here, whatever the types say.
  const raw: unknown = (metadata as typeof metadata | null)?.getRaw()
  return pdfFacts({ info: { ...info }, xmp: typeof raw === 'string' ? raw : null })
}

/** The largest heading of the first page that has any. */
function titleIn(blocks: readonly PdfBlock[]): string | null {
  const first = blocks[0]?.page
  const headings = blocks.filter(({ kind, page }) => kind === 'heading' && page === first)
  const largest = Math.max(...headings.map(({ size }) => size))
  return headings.find(({ size }) => size === largest)?.text ?? null
}

/** Headings of the larger sizes are chapters, those of the others sections. */
function htmlOf(blocks: readonly PdfBlock[], title: string | null): string {
  const sizes = [...new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ size }) => Math.round(size)))]
  sizes.sort((one, other) => other - one)
  const level = ({ size, text }: PdfBlock): string =>
    text === title ? 'h1' : sizes.indexOf(Math.round(size)) <= 1 ? 'h2' : 'h3'
  return blocks
    .map((block) => {
      const name = block.kind === 'heading' ? level(block) : 'p'
      return `<${name}>${block.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`
    })
    .join('\n')
}
