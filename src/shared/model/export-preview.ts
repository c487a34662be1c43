import type { ArticleSelection } from './selection.ts'

/** What to preview: the first article of a selection, as the template writes it. */
export interface ExportPreviewRequest {
  readonly selection: ArticleSelection
  /** `plain`, `obsidian`, `logseq`, or the path of a Liquid file; null = `plain`. */
  readonly template: string | null
  /** A template's own text to try instead; null = as named. */
  readonly templateText: string | null
}

/** A preview: exactly what the export would write for one article. */
export interface ExportPreview {
  /** Articles in the selection. */
  readonly articles: number
  readonly fileName: string | null
  readonly markdown: string | null
}
