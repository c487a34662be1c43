import { appError, Failure } from '../../../shared/app-error.ts'
import type { ArchivedRendition } from '../../archive/ports/archived-article.ts'
import { writeReaderHtml } from '../clean/write-reader-html.ts'
import { isPictureAddress } from '../clean/safe-url.ts'
import { markupOfReaderHtml } from './markup-of-reader-html.ts'

/**
 * A rendition whose HTML is such as Offprint writes: written anew from what a parser makes of it, it is the same string.
 * An archive may come from anybody; nothing that the allow-list does not know comes in by it.
 *
 * @throws Failure `import/archive-damaged` for any other.
 */
export function checkRendition(rendition: ArchivedRendition): ArchivedRendition {
  const { html, text } = rendition.content
  const markup = markupOfReaderHtml(html)
  const written = markup === null ? null : writeReaderHtml(markup, { baseUrl: null, resourceUrl: ownPicture })
  if (written?.html === html && written.text === text) return rendition
  throw new Failure(appError('import/archive-damaged', { cause: 'a text in it is not as Offprint writes texts' }))
}

function ownPicture(url: string): string | null {
  return isPictureAddress(url) ? url : null
}
