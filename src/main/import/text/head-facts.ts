import type { PartialDate } from '../../../shared/model/identity.ts'

/** What the head of a text states. */
export interface HeadFacts {
  readonly title: string | null
  readonly standfirst: string | null
  readonly publication: string | null
  readonly section: string | null
  readonly names: readonly string[]
  readonly published: PartialDate | null
  /** When it was changed; never a stand-in for the date of publication. */
  readonly updated: PartialDate | null
}

/** Nothing known. */
export const noHeadFacts: HeadFacts = {
  title: null,
  standfirst: null,
  publication: null,
  section: null,
  names: [],
  published: null,
  updated: null,
}

/** Facts of both; what the first states wins. */
export function joinHeadFacts(first: HeadFacts, second: HeadFacts): HeadFacts {
  return {
    title: first.title ?? second.title,
    standfirst: first.standfirst ?? second.standfirst,
    publication: first.publication ?? second.publication,
    section: first.section ?? second.section,
    names: first.names.length > 0 ? first.names : second.names,
    published: first.published ?? second.published,
    updated: first.updated ?? second.updated,
  }
}
