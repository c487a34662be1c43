import { installSheets, type FrameSheets } from './frame-styles.ts'
import { windowOf, type FrameWindow } from './frame-window.ts'
import { createHitTest, type HitTest } from './hit-test.ts'
import { createPainter, type Painter } from './painter.ts'
import { createTextMap, type TextMap } from './text-map.ts'

/** An article's frame when its document has come: everything that reads, paints and measures it. */
export interface FrameSession {
  readonly window: FrameWindow
  readonly article: HTMLElement
  readonly map: TextMap
  readonly painter: Painter
  readonly hitTest: HitTest
  /** The text as the document holds it. */
  readonly text: string
}

/** Language and direction, where the document itself says nothing. */
export interface FrameLanguage {
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
}

/** Takes a loaded frame into use; null when there is no article in it (an error page, a frame that was taken away). */
export function openFrame(frame: HTMLIFrameElement, sheets: FrameSheets, facts: FrameLanguage): FrameSession | null {
  const window = windowOf(frame)
  const article = window?.document.querySelector('article') ?? null
  if (window === null || article === null) return null
  installSheets(window, sheets, frame.ownerDocument)
  const root = window.document.documentElement
  root.dir = facts.direction
  if (facts.language !== null) root.lang = facts.language
  const map = createTextMap(article)
  const painter = createPainter(window, map)
  return { window, article, map, painter, hitTest: createHitTest(window, map, painter), text: article.textContent }
}
