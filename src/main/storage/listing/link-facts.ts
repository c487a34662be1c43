import { isJsonObject, readJsonObject } from '../json-column.ts'
import type { EffectiveFacts } from './effective-facts.ts'

/**
 * Facts of an article without text, as its import stated them beside the bytes (`version.parameters.facts`). Written
 * by another room and maybe by an older program: what is not of the expected type is not stated.
 */
export function linkFacts(parameters: string | null): EffectiveFacts {
  const stated = parameters === null ? {} : readJsonObject(parameters)
  const facts = isJsonObject(stated.facts) ? stated.facts : {}
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
  return {
    title: text(facts.title) ?? text(stated.title),
    standfirst: text(facts.standfirst),
    byline: text(facts.byline),
    publication: text(facts.publication),
    section: text(facts.section),
    published: text(facts.published),
    language: text(facts.language),
  }
}
