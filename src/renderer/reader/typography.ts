/** The faces a reader can choose for the text of articles. */
export const READING_FACES = ['literata', 'source-serif', 'inter', 'atkinson'] as const
/** One of the faces. */
export type ReadingFace = (typeof READING_FACES)[number]

/** How the text of articles is set. */
export interface Typography {
  readonly face: ReadingFace
  /** Size of the text in CSS pixels, 14 to 28. */
  readonly size: number
  /** Distance of lines as a multiple of the size. */
  readonly leading: number
  /** Letters a line. */
  readonly measure: number
  /** Both edges straight, with hyphens by the rules of the language. */
  readonly justify: boolean
}
