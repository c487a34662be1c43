import { appError } from '../../shared/app-error.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { showPage } from './show-page.ts'
import { showPicture, showText, type OriginalFacts } from './show-text.ts'
import type { OriginalFile, OriginalView } from './view-resource.ts'

/** An original as it lies in the archive. */
export interface StoredOriginal extends OriginalFacts {
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** What came beside it. */
  readonly files: readonly OriginalFile[]
}

/** Reads bytes as text in whatever encoding they are. */
export type ReadText = (bytes: Uint8Array, kind: 'html' | 'text') => string

const PICTURE = /^image\/(?:png|jpeg|gif|webp|avif|bmp|svg\+xml)$/
const TEXT = /^(?:text\/.*|application\/(?:json|x-ndjson|xml|.*\+(?:json|xml)))$/

/** An original as a page that is safe to show in a frame of an opaque origin. */
export function showOriginal(original: StoredOriginal, readText: ReadText): Result<OriginalView> {
  const { mediaType, bytes } = original
  const bare = (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase()
  if (bare === 'text/html' || bare === 'application/xhtml+xml') {
    return showPage(readText(bytes, 'html'), original.files)
  }
  if (PICTURE.test(bare)) return ok(showPicture(bare, bytes, original))
  if (TEXT.test(bare)) return ok(showText(readText(bytes, 'text'), original))
  return err(appError('host/original-not-shown', { reason: `there is no view for ${bare} yet` }))
}
