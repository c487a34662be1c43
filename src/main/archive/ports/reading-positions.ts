import type { ArticleId, RenditionId } from '../../../shared/model/identity.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** A place in a rendition's text: offset in UTF-16 code units, and the words that follow it, to find it again. */
export interface PlaceInText {
  readonly rendition: RenditionId
  readonly offset: number
  readonly quote: string
}

/** A place as far as comparing needs it; `length` of the text it lies in. */
export interface FurthestPlace {
  readonly rendition: RenditionId
  readonly offset: number
  readonly length: number
}

/** Where readers stopped, and how far they came. */
export interface ReadingPositions {
  readonly furthest: (article: ArticleId) => FurthestPlace | undefined
  readonly putStopped: (unit: UnitOfWork, article: ArticleId, place: PlaceInText) => void
  readonly putFurthest: (unit: UnitOfWork, article: ArticleId, place: PlaceInText) => void
}
