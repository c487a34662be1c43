import { computed, onBeforeUnmount, shallowReactive, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import type { TextRange } from '../../../shared/text/text-range.ts'
import type { Mark } from '../../reader/mark.ts'
import { openPdf, type OpenPdf, type PageSize, type PdfProblem } from '../../reader/pdf/open-pdf.ts'
import type { PdfText } from '../../reader/pdf/pdf-text.ts'
import { createPdfWords } from '../../reader/pdf/pdf-words.ts'
import { createTextBridge, type PlacedMark } from '../../reader/pdf/place-marks.ts'

/** What the pages show: one of these. */
export type PdfState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly why: PdfProblem }
  | { readonly status: 'open'; readonly pdf: OpenPdf; readonly usual: PageSize }

/** What it depends on: the PDF's address, the article's text, the marks in that text, and what is found in it. */
export interface PdfOptions {
  readonly url: () => string
  readonly text: () => string
  readonly marks: () => readonly Mark[]
  /** The passage that finding has come to, in the article's text. */
  readonly found: () => TextRange | null
}

/** Where words are in a PDF: on the screen when they are laid out, else only their page. */
export interface PdfPlace {
  /** Counted from 0. */
  readonly page: number
  readonly words: DOMRect | null
}

/** An opened PDF with marks painted on its words. */
export interface ShownPdf {
  readonly state: ShallowRef<PdfState>
  /** Pages say here what is laid out. */
  readonly words: {
    readonly put: (page: number, runs: readonly HTMLElement[]) => void
    readonly drop: (page: number) => void
  }
  readonly painted: ComputedRef<readonly PlacedMark[]>
  /** What is found, in the PDF's words. */
  readonly found: ComputedRef<TextRange | null>
  /** Where a mark is; null when its words are not in the PDF. */
  readonly placeOf: (uid: AnnotationUid) => PdfPlace | null
  /** Where words of the PDF are. */
  readonly placeIn: (range: TextRange) => PdfPlace | null
  /** A selection as a passage of the article's text, and its last words on the screen. */
  readonly selected: (selection: Selection) => { readonly range: TextRange; readonly end: DOMRect } | null
}

/** Registry name of a pen's marks on pages of a PDF; the document's own, since pages are no frame. */
const highlightName = (color: Mark['color']): string => `pdf-${color}`
const FOUND = 'pdf-found'

/** Opens the PDF, reads its words, and keeps its marks painted. */
export function usePdf({ url, text, marks, found: wanted }: PdfOptions): ShownPdf {
  const { state, pdfText } = usePdfFile(url)
  const laidOut = createPdfWords()
  const pages = shallowReactive(new Set<number>())
  const bridge = computed(() => (pdfText.value === null ? null : createTextBridge(text(), pdfText.value.text)))
  /** An article that is read again has the same marks in a new list: they are looked for once. */
  const steady = computed<readonly Mark[]>((before) => {
    const next = marks()
    return before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next
  })
  const painted = computed(() => bridge.value?.toPdf(steady.value) ?? [])

  const found = computed(() => bridge.value?.rangeInPdf(wanted()) ?? null)

  watch([painted, found, () => [...pages]], paint, { flush: 'post' })
  onBeforeUnmount(() => {
    for (const name of [...HIGHLIGHT_COLORS.map(highlightName), FOUND]) CSS.highlights.delete(name)
  })

  function paint(): void {
    for (const color of HIGHLIGHT_COLORS) {
      const ofPen = painted.value.filter(({ mark }) => mark.color === color)
      paintSet(highlightName(color), ofPen.flatMap(liveRanges))
    }
    paintSet(FOUND, found.value === null ? [] : liveRanges(found.value))
  }

  function liveRanges(place: TextRange): readonly Range[] {
    return pdfText.value === null ? [] : laidOut.rangesOf(pdfText.value, place)
  }

  function placeIn(range: TextRange): PdfPlace | null {
    const first = pdfText.value?.stretchesOf(range)[0]
    if (first === undefined) return null
    return { page: first.page, words: liveRanges(range)[0]?.getBoundingClientRect() ?? null }
  }

  return {
    state,
    words: {
      put: (page, runs) => {
        laidOut.put(page, runs)
        pages.add(page)
      },
      drop: (page) => {
        laidOut.drop(page)
        pages.delete(page)
      },
    },
    painted,
    found,
    placeOf: (uid) => {
      const place = painted.value.find(({ mark }) => mark.uid === uid)
      return place === undefined ? null : placeIn(place)
    },
    placeIn,
    selected: (selection) => {
      const inPdf = pdfText.value === null ? null : laidOut.selected(pdfText.value, selection)
      const range = inPdf === null ? null : (bridge.value?.toArticle(inPdf) ?? null)
      const end = inPdf === null ? undefined : liveRanges(inPdf).at(-1)?.getBoundingClientRect()
      return range === null || end === undefined ? null : { range, end }
    },
  }
}

/** What is found lies over the pens. */
function paintSet(name: string, ranges: readonly Range[]): void {
  const set = new Highlight(...ranges)
  set.priority = name === FOUND ? 1 : 0
  CSS.highlights.set(name, set)
}

/** The file behind an address: opened, its words read; closed when another is wanted or the view is left. */
function usePdfFile(url: () => string): Pick<ShownPdf, 'state'> & { readonly pdfText: ShallowRef<PdfText | null> } {
  const state = shallowRef<PdfState>({ status: 'loading' })
  const pdfText = shallowRef<PdfText | null>(null)
  let asked = 0

  watch(url, open, { immediate: true })
  onBeforeUnmount(() => {
    asked++
    close()
  })

  async function open(address: string): Promise<void> {
    const mine = ++asked
    close()
    state.value = { status: 'loading' }
    const opened = await openPdf(address)
    const usual = typeof opened === 'string' ? null : await opened.sizeOf(0)
    if (typeof opened === 'string' || usual === null || mine !== asked) {
      if (typeof opened !== 'string') opened.close()
      if (mine === asked) state.value = { status: 'failed', why: opened === 'locked' ? opened : 'damaged' }
      return
    }
    state.value = { status: 'open', pdf: opened, usual }
    const read = await opened.text()
    if (mine === asked) pdfText.value = read
  }

  function close(): void {
    if (state.value.status === 'open') state.value.pdf.close()
    pdfText.value = null
  }

  return { state, pdfText }
}
