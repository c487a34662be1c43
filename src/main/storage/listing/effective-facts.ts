import { OVERRIDE_FIELDS, type OverrideField } from '../../../shared/model/override.ts'

/** The facts of an article that a person may correct. */
export type EffectiveFacts = Readonly<Record<OverrideField, string | null>>

/** A correction as stored; a null value says that there is no such fact. */
export interface OverrideRow {
  readonly field: OverrideField
  readonly value: string | null
}

/** The facts that count: a person's correction, else what the extraction or the source said. */
export function effectiveFacts(stated: EffectiveFacts, overrides: readonly OverrideRow[]): EffectiveFacts {
  const facts: Record<OverrideField, string | null> = {
    title: stated.title,
    standfirst: stated.standfirst,
    byline: stated.byline,
    publication: stated.publication,
    section: stated.section,
    published: stated.published,
    language: stated.language,
  }
  for (const { field, value } of overrides) {
    if (OVERRIDE_FIELDS.includes(field)) facts[field] = value
  }
  return facts
}
