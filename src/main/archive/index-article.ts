import type { ArticleId } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'

/**
 * Makes the index agree with the article as it stands: an entry for its effective text, or none when it has no text,
 * and one for each of its notes. In the Trash it keeps them; searches pass it over there.
 */
export function indexArticle(ports: ArchivePorts, unit: UnitOfWork, article: ArticleId): void {
  const found = ports.reading.indexInput(article)
  if (found === undefined) ports.index.remove(unit, article)
  else ports.index.put(unit, article, found.rendition, ports.analyse(found.input))
  for (const { annotation, note } of ports.reading.notesOf(article)) {
    ports.index.putNote(unit, annotation, note, found?.input.language ?? null)
  }
}
