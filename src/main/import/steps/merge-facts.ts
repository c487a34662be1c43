import type { ItemNote, ItemNoteKind } from '../../../shared/model/item-note.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import { detectLanguage } from '../language/detect-language.ts'

/**
 * The article's facts: what the source states beside the text wins over what was found in it; what it does not state
 * leaves the finding. A language found is only a hint against the words themselves; one that is stated stands.
 */
export function mergeFacts(stated: Partial<ArticleFacts>, found: ArticleFacts, body: string): ArticleFacts {
  const language = stated.language ?? detectLanguage(body, found.language).language
  return { ...found, ...withoutAbsent(stated), language }
}

function withoutAbsent(stated: Partial<ArticleFacts>): Partial<ArticleFacts> {
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null))
}

/** Notes that still hold: an extractor's "no title found" falls when the source stated one. */
export function notesThatHold(notes: readonly ItemNote[], facts: ArticleFacts): readonly ItemNote[] {
  const settled = new Set<ItemNoteKind>()
  if (facts.title !== null) settled.add('no-title')
  if (facts.published !== null) settled.add('no-date')
  return notes.filter((note) => !settled.has(note.kind))
}
