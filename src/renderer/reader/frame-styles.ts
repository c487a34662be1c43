import { cssString } from './css-string.ts'
import { fontFacesOf } from './font-faces.ts'
import type { FrameWindow } from './frame-window.ts'
import { highlightStyles } from './highlight-styles.ts'
import type { ReadingFace, Typography } from './typography.ts'

/** The colours an article can be shown in. */
export type FrameTheme = 'light' | 'sepia' | 'dark'

/** How an article looks in one place of the window. */
export interface FrameLook {
  readonly theme: FrameTheme
  readonly typography: Typography
  /** The preview beside a list has a smaller headline. */
  readonly scale: 'reader' | 'preview'
  /** What the application says after the byline, such as "18 min, 3,940 words"; null = nothing. */
  readonly facts: string | null
  /** What it says below a headline whose text has no standfirst; null = nothing. */
  readonly standfirst: string | null
}

/** The style sheets that a frame gets, as text. */
export interface FrameSheets {
  readonly tokens: string
  readonly article: string
}

const FACES: Readonly<Record<ReadingFace, string>> = {
  literata: 'var(--font-source)',
  'source-serif': '"Source Serif 4 Variable", "Noto Serif JP Variable", "Noto Naskh Arabic Variable", Georgia, serif',
  inter: 'var(--font-ui)',
  atkinson: '"Atkinson Hyperlegible Next Variable", "Noto Sans JP Variable", "Noto Sans Arabic Variable", sans-serif',
}

/** The fonts of a face, for the window's own words in the text's voice and to measure its lines. */
export function faceOf(face: ReadingFace): string {
  return FACES[face]
}

/* The reader's headline is 42 px and the preview's 34 px at a text of 17 px. */
const SCALES = { reader: { headline: 2.47, standfirst: 1.176 }, preview: { headline: 2, standfirst: 1.059 } } as const

/** Puts the style sheets into a frame: in its own realm, as it refuses those of another window. No request is made. */
export function installSheets(window: FrameWindow, sheets: FrameSheets, parent: Document): void {
  const sheet = new window.CSSStyleSheet()
  sheet.replaceSync([fontFacesOf(parent), sheets.tokens, sheets.article, highlightStyles()].join('\n'))
  window.document.adoptedStyleSheets = [sheet]
}

/** Sets theme and typography; the text is laid out anew, its positions stay. */
export function setLook(root: HTMLElement, { theme, typography, scale, facts, standfirst }: FrameLook): void {
  root.dataset.theme = theme
  root.toggleAttribute('data-justify', typography.justify)
  const values: Readonly<Record<string, string>> = {
    '--reading-face': FACES[typography.face],
    '--reading-size': String(typography.size),
    '--reading-leading': String(typography.leading),
    '--headline-scale': String(SCALES[scale].headline),
    '--standfirst-scale': String(SCALES[scale].standfirst),
    '--reading-facts': facts === null ? 'none' : cssString(facts),
    // The window says it to screen readers itself: within the headline it would be taken for a part of it.
    '--missing-standfirst': standfirst === null ? 'none' : `${cssString(standfirst)} / ""`,
  }
  for (const [name, value] of Object.entries(values)) root.style.setProperty(name, value)
}
