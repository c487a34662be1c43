import type * as PdfJs from 'pdfjs-dist'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { joinPages, type PdfRun, type PdfText } from './pdf-text.ts'
import { PDF_DECODERS, PdfFiles } from './pdf-files.ts'
import { startPdfWorker } from './pdf-worker.ts'

/** The size of a page in points (1/72 inch), as it is shown: its rotation is in it. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** A page being drawn. */
export interface DrawnPage {
  /** One element a run of `PdfText`, in its order; settles when picture and words are there. */
  readonly done: Promise<readonly HTMLElement[]>
  readonly cancel: () => void
}

/** An opened PDF. Pages count from 0. */
export interface OpenPdf {
  readonly pages: number
  /** null for a page that cannot be read. */
  readonly sizeOf: (page: number) => Promise<PageSize | null>
  /** Draws a page into a canvas and lays its words over it, invisible, for selection and marks. `scale`: CSS pixels a point. */
  readonly draw: (page: number, at: { canvas: HTMLCanvasElement; words: HTMLElement; scale: number }) => DrawnPage
  /** The words of all pages; read once. */
  readonly text: () => Promise<PdfText>
  readonly close: () => void
}

/** Why a PDF is not shown. */
export type PdfProblem = 'locked' | 'damaged'

/** Largest picture within a page that is decoded, pixels: a hostile one must not take the window's memory. */
const MOST_PIXELS = 100_000_000

/**
 * Opens a PDF of the archive with pdf.js: nothing in it runs (no scripting, no forms, no links), nothing is fetched but
 * its own bytes by ranges and the fonts that come with the program.
 */
export async function openPdf(url: string): Promise<OpenPdf | PdfProblem> {
  const pdfjs = await import('pdfjs-dist')
  const worker = startPdfWorker()
  const task = pdfjs.getDocument({
    url,
    worker: pdfjs.PDFWorker.create({ port: worker }),
    BinaryDataFactory: PdfFiles,
    useWorkerFetch: false,
    // The window's policy compiles no WebAssembly; the decoders of scans come as scripts instead.
    useWasm: false,
    wasmUrl: PDF_DECODERS,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    verbosity: 0,
  })
  const close = (): void => {
    void task.destroy().finally(() => {
      worker.terminate()
    })
  }
  try {
    return present(pdfjs, await task.promise, close)
  } catch (error) {
    close()
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged'
  }
}

function present(pdfjs: typeof PdfJs, document: PDFDocumentProxy, close: () => void): OpenPdf {
  let text: Promise<PdfText> | undefined
  const get = (page: number): Promise<PDFPageProxy> => document.getPage(page + 1)
  return {
    pages: document.numPages,
    sizeOf: async (page) => {
      try {
        const { width, height } = (await get(page)).getViewport({ scale: 1 })
        return { width, height }
      } catch {
        return null
      }
    },
    draw: (page, { canvas, words, scale }) => {
      const stops: (() => void)[] = []
      const drawing = { stops, isOff: false }
      return {
        done: get(page).then((proxy) => drawPage(pdfjs, proxy, { canvas, words, scale, drawing })),
        cancel: () => {
          drawing.isOff = true
          for (const stop of stops) stop()
          // What was decoded for the page is let go; it is decoded again when the page comes near again.
          void get(page).then(
            (proxy) => proxy.cleanup(),
            () => undefined,
          )
        },
      }
    },
    text: () => (text ??= readText(document.numPages, get)),
    close,
  }
}

async function readText(pages: number, get: (page: number) => Promise<PDFPageProxy>): Promise<PdfText> {
  const runs: PdfRun[][] = []
  for (let page = 0; page < pages; page++) runs.push(await readRuns(page, get))
  return joinPages(runs)
}

/** A page that cannot be read has no words; the others have theirs. */
async function readRuns(page: number, get: (page: number) => Promise<PDFPageProxy>): Promise<PdfRun[]> {
  try {
    return runsOf(await (await get(page)).getTextContent())
  } catch {
    return []
  }
}

function runsOf({ items }: Awaited<ReturnType<PDFPageProxy['getTextContent']>>): PdfRun[] {
  return items.flatMap((item) => ('str' in item ? [{ words: item.str, endsLine: item.hasEOL }] : []))
}

interface Drawing {
  readonly canvas: HTMLCanvasElement
  readonly words: HTMLElement
  readonly scale: number
  readonly drawing: { readonly stops: (() => void)[]; readonly isOff: boolean }
}

async function drawPage(
  pdfjs: typeof PdfJs,
  page: PDFPageProxy,
  { canvas, words, scale, drawing }: Drawing,
): Promise<readonly HTMLElement[]> {
  const viewport = page.getViewport({ scale })
  const sharp = window.devicePixelRatio
  canvas.width = Math.floor(viewport.width * sharp)
  canvas.height = Math.floor(viewport.height * sharp)
  if (drawing.isOff) return []
  const rendering = page.render({
    canvas,
    viewport,
    annotationMode: pdfjs.AnnotationMode.DISABLE,
    ...(sharp === 1 ? {} : { transform: [sharp, 0, 0, sharp, 0, 0] }),
  })
  drawing.stops.push(() => {
    rendering.cancel()
  })
  const layer = new pdfjs.TextLayer({ textContentSource: await page.getTextContent(), container: words, viewport })
  drawing.stops.push(() => {
    layer.cancel()
  })
  words.style.setProperty('--total-scale-factor', String(scale))
  await Promise.all([rendering.promise, layer.render()])
  return layer.textDivs
}
