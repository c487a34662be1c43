import { MOST_FACT_CHARACTERS } from '../../../shared/model/override.ts'
import type { ArticleFacts } from '../../../shared/model/rendition.ts'
import type { DraftMarks } from '../../archive/prepared-article.ts'
import { composed, withoutControls } from '../clean/normal-characters.ts'

/** Collections inside one another. */
const DEEPEST_COLLECTION = 64

/**
 * A stated fact or name without control characters: JSON, YAML and entities can hold any (NUL ends a text for many
 * programs, escape begins a command to a terminal). Null when nothing else is left.
 */
export function cleanName(name: string | null): string | null {
  return name === null
    ? null
    : composed(withoutControls(name)).trim().slice(0, MOST_FACT_CHARACTERS).toWellFormed() || null
}

/** Facts whose texts are clean. */
export function cleanFacts(facts: ArticleFacts): ArticleFacts {
  return {
    ...facts,
    title: cleanName(facts.title),
    standfirst: cleanName(facts.standfirst),
    byline: cleanName(facts.byline),
    publication: cleanName(facts.publication),
    section: cleanName(facts.section),
    contributors: cleanNames(facts.contributors),
  }
}

/** Marks whose tags and collections have clean names; one of which nothing is left is none. */
export function cleanMarks(marks: DraftMarks): DraftMarks {
  return {
    ...marks,
    tags: cleanNames(marks.tags),
    collections: marks.collections
      .map((path) => cleanNames(path).slice(0, DEEPEST_COLLECTION))
      .filter((path) => path.length > 0),
  }
}

function cleanNames(names: readonly string[]): readonly string[] {
  return names.map(cleanName).filter((name) => name !== null)
}
