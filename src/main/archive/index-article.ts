import type { ArticleId } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'

/**
 * Makes the index agree with the article as it stands: an entry for its effective text and for each of its notes, or
 * none at all while it lies in the Trash or has no text.
 */
export function indexArticle(ports: ArchivePorts, unit: UnitOfWork, article: ArticleId): void {
  const found = ports.reading.indexInput(article)
  const notes = ports.reading.notesOf(article)
  if (found === undefined || found.trashed) {
    ports.index.remove(unit, article)
  } else {
    ports.index.put(unit, article, found.rendition, ports.analyse(found.input))
  }
  for (const { annotation, note } of notes) {
    if (found?.trashed === true) ports.index.removeNote(unit, annotation)
    else ports.index.putNote(unit, annotation, note, found?.input.language ?? null)
  }
}
