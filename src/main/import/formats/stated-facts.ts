import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import { parseDate } from '../dates/parse-date.ts'

/** Facts as the fields of an export give them; null = the field is absent. */
export interface StatedFields {
  readonly title: string | null
  readonly byline: string | null
  readonly publication: string | null
  readonly published: string | null
  readonly language: string | null
}

/** Facts in the form of an article's own, absent ones left out, and notes about what could not be understood. */
export function statedFacts(fields: StatedFields): {
  readonly facts: Partial<ArticleFacts>
  readonly notes: readonly ItemNote[]
} {
  const published = fields.published === null ? null : parseDate(fields.published)
  const language = primarySubtag(fields.language)
  const facts: Partial<ArticleFacts> = {
    ...(fields.title === null ? {} : { title: oneLine(fields.title) }),
    ...(fields.byline === null ? {} : { byline: oneLine(fields.byline) }),
    ...(fields.publication === null ? {} : { publication: oneLine(fields.publication) }),
    ...(published === null ? {} : { published }),
    ...(language === null ? {} : { language }),
  }
  const notes: ItemNote[] = []
  if (fields.published !== null && published === null) {
    notes.push({ kind: 'invalid-date', details: { value: fields.published } })
  }
  if (fields.language !== null && language === null) {
    notes.push({ kind: 'unknown-field', details: { field: 'language', value: fields.language } })
  }
  return { facts, notes }
}

/** The primary subtag of a BCP 47 tag (`en` of `en-GB`), or null for what is no tag (the name of a language, `und`). */
function primarySubtag(tag: string | null): string | null {
  const [, subtag] = /^\s*([a-z]{2,3})(?:[-_][a-z\d_-]*)?\s*$/i.exec(tag ?? '') ?? []
  const lower = subtag?.toLowerCase() ?? null
  return lower === 'und' ? null : lower
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
