import { isJsonObject, type JsonObject } from '../../../shared/json.ts'
import { readJsonObject } from '../json-column.ts'
import type { EffectiveFacts } from './effective-facts.ts'

/**
 * Facts of an article without text, as its import stated them beside the bytes (`version.parameters.facts`). Written
 * by another room and maybe by an older program: what is not of the expected type is not stated, and parameters that
 * cannot be read state nothing (`verify` names them).
 */
export function linkFacts(parameters: string | null): EffectiveFacts {
  const stated = parameters === null ? {} : readStated(parameters)
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

function readStated(parameters: string): JsonObject {
  try {
    return readJsonObject(parameters)
  } catch {
    return {}
  }
}
